# Varnish without any module: every tag purge is a ban, which is tried on each object before it is served again.
# Kind of endpoint: VARNISH_BAN. See docs/purging.md.
vcl 4.1;

# Your frontend, or Broadsheet itself.
backend default {
    .host = "127.0.0.1";
    .port = "8000";
}

# Where Broadsheet's server or worker runs. Nobody else may purge.
acl purgers {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (req.method == "BAN") {
        if (client.ip !~ purgers) {
            return (synth(403, "Forbidden"));
        }
        if (!req.http.ban-tags) {
            return (synth(400, "Name the tags in ban-tags"));
        }
        # Only obj is named, so that the ban lurker can work the list off in the background.
        ban("obj.http.Surrogate-Key ~ " + req.http.ban-tags);
        return (synth(200, "Banned"));
    }
}

sub vcl_deliver {
    # Readers need not know the tags.
    unset resp.http.Surrogate-Key;
    unset resp.http.Cache-Tag;
}
