package latent.http;

import latent.refusal.AnswerCode;

/**
 * Where the codes of refusals and faults are explained.
 *
 * @param page a URL, or a path on this server, with a section for each code
 */
public record HelpLink(String page) {
    static final String OWN_PAGE = ProcessorServer.OWN_PAGES + "help";

    /** The page of this server, which a distribution does not show to visitors. */
    public static final HelpLink OWN = new HelpLink(OWN_PAGE);

    /** The value of the header {@code Link} (RFC 8288). */
    String to(AnswerCode code) {
        return "<" + page + "#" + code.anchor() + ">; rel=\"help\"";
    }
}
