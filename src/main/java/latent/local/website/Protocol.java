package latent.local.website;

/** The scheme of a redirect. */
public enum Protocol {
    HTTP("http"),
    HTTPS("https");

    private final String scheme;

    Protocol(String scheme) {
        this.scheme = scheme;
    }

    public String scheme() {
        return scheme;
    }

    static Protocol of(String scheme) {
        for (Protocol protocol : values()) {
            if (protocol.scheme.equals(scheme)) {
                return protocol;
            }
        }
        throw InvalidWebsiteConfiguration.request("Invalid protocol, protocol can be http or https."
                + " If not defined the protocol will be selected automatically.");
    }
}
