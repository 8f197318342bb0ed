-- Sends requests from a file, one body a line, again and again, at an even rate. Arguments, as name=value:
--   bodies, path    what is sent where; lines of the file are taken in order
--   type            the media type
--   rate            requests a second of all connections together; without it as fast as they are answered
--   agent           the User-Agent
--   reader          the number of the first reader; each request comes from another one, by X-Forwarded-For
-- Prints one line of JSON with the result, as load.lua does.
local ffi = require("ffi")
ffi.cdef [[
  typedef struct { long seconds; long nanoseconds; } moment;
  int clock_gettime(int clock, moment *found);
]]
local options, lines = {path = "/graphql", type = "application/json", agent = "Mozilla/5.0", reader = "0"}, {}
local sent, planned, began = 0, 0, nil
local moment = ffi.new("moment")

local function now()
  ffi.C.clock_gettime(1, moment)
  return tonumber(moment.seconds) + tonumber(moment.nanoseconds) / 1e9
end

function init(args)
  for _, argument in ipairs(args) do
    local name, value = argument:match("^(%w+)=(.*)$")
    options[name] = value
  end
  for line in io.lines(options.bodies) do lines[#lines + 1] = line end
end

function delay()
  if not options.rate then return 0 end
  began = began or now()
  planned = planned + 1
  return math.max(0, math.floor((began + planned / tonumber(options.rate) - now()) * 1000))
end

function request()
  sent = sent + 1
  local headers = {["Content-Type"] = options.type, ["User-Agent"] = options.agent}
  local reader = tonumber(options.reader)
  if reader > 0 then
    reader = (reader + sent) % 16777216
    headers["X-Forwarded-For"] = ("10.%d.%d.%d"):format(reader / 65536, reader / 256 % 256, reader % 256)
  end
  return wrk.format("POST", options.path, headers, lines[sent % #lines + 1])
end

function done(summary, latency)
  local errors = summary.errors
  io.write(("\nRESULT {\"requests\": %d, \"seconds\": %f, \"p50\": %f, \"p99\": %f, \"errors\": %d}\n"):format(
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
