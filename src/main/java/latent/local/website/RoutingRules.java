package latent.local.website;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules of {@code routing-rules/}, the same files that Terraform and LocalStack read, with their placeholders filled.
 *
 * @param processorHost the processor's host, with a port where it needs one
 * @param redirectCode  302 or 307
 * @param keyPrefix     only keys that begin so are redirected; empty for all
 */
public record RoutingRules(Protocol protocol, String processorHost, int redirectCode, String keyPrefix) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z_]+)}");

    /** For keys that are not there: {@code missing.json}. */
    public RoutingRule missing() {
        return RoutingRuleDocument.read(filled("missing.json"));
    }

    /** For buckets where nobody may list, so that S3 says 403 for what is not there: {@code forbidden.json}. */
    public RoutingRule forbidden() {
        return RoutingRuleDocument.read(filled("forbidden.json"));
    }

    private String filled(String file) {
        Map<String, String> values = Map.of(
                "protocol",
                protocol.scheme(),
                "processor_host",
                processorHost,
                "redirect_code",
                Integer.toString(redirectCode),
                "key_prefix",
                keyPrefix);
        return PLACEHOLDER.matcher(template(file)).replaceAll(found -> {
            String value =
                    Objects.requireNonNull(values.get(found.group(1)), () -> file + " asks for " + found.group());
            return Matcher.quoteReplacement(value.replace("\\", "\\\\").replace("\"", "\\\""));
        });
    }

    private static String template(String file) {
        try (InputStream rule = RoutingRules.class.getResourceAsStream("/routing-rules/" + file)) {
            Objects.requireNonNull(rule, () -> "routing-rules/" + file + " is not on the class path");
            return new String(rule.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
