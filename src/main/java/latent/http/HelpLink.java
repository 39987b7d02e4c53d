package latent.http;

import latent.refusal.AnswerCode;

/**
 * Where codes of refusals and faults are explained.
 *
 * @param page a URL, or a path of ours, with a section for each code
 */
public record HelpLink(String page) {
    static final String OWN_PAGE = ProcessorServer.OWN_PAGES + "help";

    /** Our own page, which a distribution keeps from visitors. */
    public static final HelpLink OWN = new HelpLink(OWN_PAGE);

    /** The value of the header {@code Link} (RFC 8288). */
    String to(AnswerCode code) {
        return "<" + page + "#" + code.anchor() + ">; rel=\"help\"";
    }
}
