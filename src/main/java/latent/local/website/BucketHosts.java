package latent.local.website;

import java.util.Optional;

/**
 * Which bucket a Host header means. {@code BUCKET.localhost} and {@code BUCKET.s3-website…} name it; a bare local address means the default
 * bucket; any other host is a bucket of that very name, as S3 has it for websites under their own domain.
 */
record BucketHosts(String defaultBucket) {
    String bucketOf(Optional<String> host) {
        String name = host.orElse("localhost").replaceFirst(":[0-9]+$", "");
        int website = name.indexOf(".s3-website");
        if (website > 0) {
            return name.substring(0, website);
        }
        if (name.endsWith(".localhost")) {
            return name.substring(0, name.length() - ".localhost".length());
        }
        boolean local = name.equals("localhost") || name.equals("127.0.0.1") || name.equals("[::1]");
        return local ? defaultBucket : name;
    }
}
