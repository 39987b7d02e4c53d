package latent.audit;

import java.io.Serializable;
import java.util.List;

/**
 * Location and format of the access logs.
 *
 * @param paths files or folders, as Hadoop writes them; they may be compressed by gzip
 */
public record AccessLog(Format format, List<String> paths) implements Serializable {
    /** The formats of access logs. */
    public enum Format {
        /** CloudFront's standard logs with lines of {@code #Fields}: all of the first version, and W3C of the second. */
        CLOUDFRONT,
        /** CloudFront's standard logs of the second version as JSON. */
        CLOUDFRONT_JSON,
        /** CloudFront's standard logs of the second version as Parquet. */
        CLOUDFRONT_PARQUET,
        /** Server access logs of the bucket of renditions. */
        S3
    }

    public AccessLog {
        paths = List.copyOf(paths);
        if (paths.isEmpty()) {
            throw new IllegalArgumentException(
                    "Nothing says what was asked for: name the access logs by --access-log. Without them every rendition would be unused.");
        }
    }
}
