package latent.cli;

import java.net.URI;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.ParameterException;

/**
 * Reads the hosts of a deployment, each given as a host or as its URL.
 *
 * @param plainHttp     whether visitors may go there without TLS
 * @param notUnderstood makes the exception for a text that is neither
 */
record CheckedHosts(boolean plainHttp, Function<String, ParameterException> notUnderstood) {
    private static final String TLS = "https";

    /** A host that visitors go to. */
    URI visited(String text) {
        URI url = tls(text);
        if (!plainHttp && !TLS.equals(url.getScheme())) {
            throw notUnderstood.apply("Visitors go there by https: " + text);
        }
        return url;
    }

    /** A host that speaks TLS, where nothing else is said. */
    URI tls(String text) {
        return withoutPath(text, TLS);
    }

    /** A website endpoint, which speaks no TLS. */
    URI website(String text) {
        return withoutPath(text, "http");
    }

    /** A REST endpoint; an S3 other than AWS may have its buckets in the path. */
    URI bucket(String text) {
        return parsed(text, TLS);
    }

    private URI withoutPath(String text, String scheme) {
        URI url = parsed(text, scheme);
        if (!url.getRawPath().isEmpty()) {
            throw noHost(text);
        }
        return url;
    }

    private URI parsed(String text, String scheme) {
        String whole = (text.contains("://") ? text : scheme + "://" + text).replaceFirst("/$", "");
        try {
            URI url = URI.create(whole);
            String given = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            boolean bare = url.getRawQuery() == null && url.getRawFragment() == null && url.getRawUserInfo() == null;
            if (bare && url.getHost() != null && (given.equals("http") || given.equals(TLS))) {
                return url;
            }
        } catch (IllegalArgumentException noUrl) {
            throw noHost(text);
        }
        throw noHost(text);
    }

    private ParameterException noHost(String text) {
        return notUnderstood.apply("A host, or its URL: images.example.org, not " + text);
    }
}
