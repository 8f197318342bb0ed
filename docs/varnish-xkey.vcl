# Varnish with the xkey module of varnish-modules: purges by tag at once, whatever the number of objects.
# Kind of endpoint: VARNISH_XKEY. See docs/purging.md.
vcl 4.1;

import xkey;

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
    if (req.method == "PURGE") {
        if (client.ip !~ purgers) {
            return (synth(403, "Forbidden"));
        }
        if (!req.http.xkey-purge) {
            return (synth(400, "Name the tags in xkey-purge"));
        }
        set req.http.xkey-purged = xkey.purge(req.http.xkey-purge);
        return (synth(200, "Purged " + req.http.xkey-purged));
    }
}

sub vcl_backend_response {
    # The module reads tags from a header of this name alone.
    set beresp.http.xkey = beresp.http.Surrogate-Key;
}

sub vcl_deliver {
    # Readers need not know the tags.
    unset resp.http.xkey;
    unset resp.http.Surrogate-Key;
    unset resp.http.Cache-Tag;
}
