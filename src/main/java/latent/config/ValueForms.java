package latent.config;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import latent.http.FallbackStatus;

/** The forms that single texts must have. All throw {@link IllegalArgumentException} with what is wrong, for a sentence that names the setting. */
final class ValueForms {
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern HOST_NAME =
            Pattern.compile("(?i)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)*[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.?");
    private static final Pattern LOOKS_LIKE_AN_ADDRESS = Pattern.compile("[0-9.]+|.*:.*");
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern AWS_REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-[0-9]+");
    private static final Pattern CACHE_CONTROL = directives();

    private ValueForms() {}

    /** The general purpose bucket naming rules of the Amazon S3 user guide. */
    static String bucket(String name) {
        if (!BUCKET.matcher(name).matches()
                || name.contains("..")
                || name.matches("[0-9]+(\\.[0-9]+){3}")
                || name.startsWith("xn--")) {
            throw new IllegalArgumentException("a bucket's name is 3 to 63 small letters, digits, dots and hyphens,"
                    + " begins and ends with a letter or digit, and is no IP address");
        }
        return name;
    }

    /** What the names of objects begin with: nothing, or the path of a folder. */
    static String folder(String text) {
        if (!text.matches("([A-Za-z0-9_-][A-Za-z0-9._-]*/)*")) {
            throw new IllegalArgumentException("it is no folder like mezzanine/");
        }
        return text;
    }

    /** An http or https URL with a host and nothing behind its path. */
    static URI url(String text) {
        URI url = URI.create(text);
        boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!web
                || url.getHost() == null
                || url.getPort() > 65_535
                || url.getRawUserInfo() != null
                || url.getRawQuery() != null
                || url.getRawFragment() != null) {
            throw new IllegalArgumentException("it is no URL like https://s3.example.com");
        }
        return url;
    }

    /** Becomes part of a host's name; servers other than AWS have names of their own for it. */
    static String region(String name, boolean atAws) {
        if (!(atAws ? AWS_REGION : LABEL).matcher(name).matches()) {
            throw new IllegalArgumentException("it is no region like eu-central-1");
        }
        return name;
    }

    /** An address, or a name that stands for one. */
    static String host(String text) {
        if (LOOKS_LIKE_AN_ADDRESS.matcher(text).matches()) {
            InetAddress.ofLiteral(text.replaceAll("^\\[(.*)]$", "$1"));
        } else if (!HOST_NAME.matcher(text).matches()) {
            throw new IllegalArgumentException("it is neither an IP address nor the name of a host");
        }
        return text;
    }

    /** The list of directives of RFC 9111, 5.2. */
    static String cacheControl(String text) {
        if (!CACHE_CONTROL.matcher(text).matches()) {
            throw new IllegalArgumentException("it is no list of directives like public, max-age=3600");
        }
        return text;
    }

    /** What can stand in a header. */
    static String headerValue(String text) {
        if (!text.matches("[\\x21-\\x7e]+")) {
            throw new IllegalArgumentException("only ASCII letters, digits and signs without spaces pass in a header");
        }
        return text;
    }

    /** A secret that is compared with a header's, too long to be guessed. */
    static String adminToken(String text) {
        if (text.length() < 16) {
            throw new IllegalArgumentException("it is shorter than 16 characters");
        }
        return headerValue(text);
    }

    /** The id of a distribution of CloudFront. */
    static String distribution(String id) {
        if (!id.matches("[A-Z0-9]{1,64}")) {
            throw new IllegalArgumentException("it is no id like E1A2B3C4D5E6F7");
        }
        return id;
    }

    static FallbackStatus fallbackStatus(String text) {
        return switch (text) {
            case "refusal" -> FallbackStatus.REFUSAL;
            case "200" -> FallbackStatus.OK;
            default -> throw new IllegalArgumentException("it is neither refusal nor 200");
        };
    }

    private static Pattern directives() {
        String token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
        String directive = token + "(=(" + token + "|\"[\\x20\\x21\\x23-\\x7e]*\"))?";
        return Pattern.compile(directive + "([ ]*,[ ]*" + directive + ")*");
    }

    /** The names that {@code wm-logo} and {@code p-card} can spell. */
    static String optionName(String name) {
        return Optional.of(name)
                .filter(text -> text.matches("[a-z][a-z0-9]{0,31}"))
                .orElseThrow(() ->
                        new IllegalArgumentException("a name is up to 32 small letters and digits, a letter first"));
    }
}
