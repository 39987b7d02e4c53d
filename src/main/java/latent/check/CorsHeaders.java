package latent.check;

/** Checks that pages of every origin may read an answer. */
final class CorsHeaders {
    /**
     * The origin of a page, for the header {@code Origin}. After a redirect to another host browsers send {@code null}, so only {@code *} allows it.
     */
    static final String PAGE = "https://latent-check.example";

    private CorsHeaders() {}

    static Finding of(HttpAnswer answer, String what) {
        String allowed = answer.header("Access-Control-Allow-Origin").orElse("absent");
        return allowed.equals("*")
                ? new Finding.Ok("Access-Control-Allow-Origin: *")
                : new Finding.Failed(
                        "Access-Control-Allow-Origin " + allowed + " on " + what,
                        "fetch and <img crossorigin> fail, since after the redirect the origin is \"null\"",
                        "response_headers_policy of the distribution (edge-policies), or the bucket's CORS rule");
    }
}
