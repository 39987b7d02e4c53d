package latent.refusal;

/** The closed list of failures of ours, by what an operator has to look at. Visitors read one sentence for all of them. */
public enum Fault implements AnswerCode {
    S3_DENIED(
            "S3 refuses the processor: no such bucket, wrong credentials, or a policy without the right.",
            "Open /-/ready and the log's line of the bucket: they say which bucket it is. Look at the role's policy, at s3.* and at the names"
                    + " of the buckets."),
    S3_UNAVAILABLE(
            "S3 does not answer, answers with a fault of its own, or breaks off.",
            "Look at S3's health, the network and s3.endpoint; latent_s3_calls_total says which calls fail. What is stored is still served."),
    S3_WRONG_BYTES(
            "What S3 sent differs from its checksum or its ETag, three times.",
            "Compare the original's MD5 with its ETag, and upload it again if they differ; if they agree, look for a proxy that changes"
                    + " bytes."),
    SOURCE_DENIED(
            "The host of the original does not hand it over, or may not be asked: its address, its redirect or its way of sending is not allowed.",
            "Read the detail: it names the URL. Look at the host's rules for this machine, at originals.http, which lists all hosts that are asked,"
                    + " and at originals.http-private-hosts."),
    SOURCE_UNAVAILABLE(
            "The host of the original does not answer in time, answers with a fault of its own, or breaks off.",
            "Look at that host's health and at the network; latent_http_source_calls_total says which host and how. What is stored is still"
                    + " served."),
    CHANGED_WHILE_READ(
            "The original or the rendition was replaced while it was read, or two readings of the original differ.",
            "Ask again. If it stays, find out who writes this original so often."),
    RENDER_FAILED(
            "The engine failed at something that is not the original's fault, such as writing the rendition.",
            "Run ./latent render with this original and key; the engine's words are in the line. Other renditions are not affected."),
    CUT_OFF(
            "The answer was not sent to its end: the visitor left, or read more slowly than http.min-rate.",
            "Nothing, while it happens now and then. If it is many, look at the network before the processor, and at http.min-rate."),
    BROKEN(
            "Something failed that nobody has foreseen.",
            "Find the stack trace in the log, at the first line that begins with fault: and names the same exception; report it.");

    /** The status of all: asking again may help. */
    private static final int STATUS = 503;

    private final String cause;
    private final String remedy;

    Fault(String cause, String remedy) {
        this.cause = cause;
        this.remedy = remedy;
    }

    @Override
    public int status() {
        return STATUS;
    }

    @Override
    public String cause() {
        return cause;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
