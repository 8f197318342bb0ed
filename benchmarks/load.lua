-- Sends requests from a file, one JSON body a line, again and again. Arguments, as name=value:
--   bodies, path  what is sent where; lines of the file are taken in order
--   unseen        a word of the bodies whose last nine characters are replaced by a number that grows
--   writes, every, token  after every so many requests one of this other file, each line once, with this token
--   tag           an If-None-Match header
-- Prints one line of JSON with the result.
local bodies, writes = {}, {}
local next_body, next_write, sent, written = 0, 0, 0, 0
local options = {every = "20", path = "/graphql"}

local function lines(name, headers)
  local made = {}
  for line in io.lines(name) do
    made[#made + 1] = wrk.format("POST", options.path, headers, line)
  end
  return made
end

function init(args)
  for _, argument in ipairs(args) do
    local name, value = argument:match("^(%w+)=(.*)$")
    options[name] = value
  end
  local headers = {["Content-Type"] = "application/json"}
  if options.tag then headers["If-None-Match"] = options.tag end
  if options.bodies then bodies = lines(options.bodies, headers) end
  if options.writes then
    writes = lines(options.writes, {["Content-Type"] = "application/json", ["Authorization"] = "Bearer " .. options.token})
  end
end

function request()
  sent = sent + 1
  if #writes > 0 and (sent % tonumber(options.every) == 0 or #bodies == 0) then
    next_write = next_write % #writes + 1
    return writes[next_write]
  end
  next_body = next_body % #bodies + 1
  if options.unseen then
    return (bodies[next_body]:gsub(options.unseen, ("n%09d"):format(sent + tonumber(options.first or "0")), 1))
  end
  return bodies[next_body]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(("\nRESULT {\"requests\": %d, \"seconds\": %f, \"p50\": %f, \"p99\": %f, \"bytes\": %d, \"errors\": %d}\n"):format(
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, summary.bytes,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
