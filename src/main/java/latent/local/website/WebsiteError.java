package latent.local.website;

/** The errors of a website endpoint, in S3's own words. */
enum WebsiteError {
    INVALID_URI(400, "Bad Request", "InvalidURI", "Couldn't parse the specified URI."),
    KEY_TOO_LONG(400, "Bad Request", "KeyTooLongError", "Your key is too long"),
    ACCESS_DENIED(403, "Forbidden", "AccessDenied", "Access Denied"),
    NO_SUCH_KEY(404, "Not Found", "NoSuchKey", "The specified key does not exist."),
    NO_SUCH_BUCKET(404, "Not Found", "NoSuchBucket", "The specified bucket does not exist"),
    NO_SUCH_WEBSITE(
            404,
            "Not Found",
            "NoSuchWebsiteConfiguration",
            "The specified bucket does not have a website configuration"),
    METHOD_NOT_ALLOWED(
            405,
            "Method Not Allowed",
            "MethodNotAllowed",
            "The specified method is not allowed against this resource."),
    PRECONDITION_FAILED(
            412,
            "Precondition Failed",
            "PreconditionFailed",
            "At least one of the pre-conditions you specified did not hold"),
    INVALID_RANGE(416, "Requested Range Not Satisfiable", "InvalidRange", "The requested range is not satisfiable"),
    INTERNAL_ERROR(
            500, "Internal Server Error", "InternalError", "We encountered an internal error. Please try again.");

    private final int status;
    private final String reason;
    private final String code;
    private final String message;

    WebsiteError(int status, String reason, String code, String message) {
        this.status = status;
        this.reason = reason;
        this.code = code;
        this.message = message;
    }

    /** What the bucket's answer to a read means here. A key that the store cannot hold (400) is a key that is not there. */
    static WebsiteError ofStore(int status) {
        return switch (status) {
            case 400, 404 -> NO_SUCH_KEY;
            case 403 -> ACCESS_DENIED;
            case 412 -> PRECONDITION_FAILED;
            case 416 -> INVALID_RANGE;
            default -> INTERNAL_ERROR;
        };
    }

    int status() {
        return status;
    }

    String title() {
        return status + " " + reason;
    }

    String code() {
        return code;
    }

    String message() {
        return message;
    }
}
