package latent.tracing;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The environment variables of OpenTelemetry, read without it. */
final class TracingVariables {
    private static final String EXPORTER = "OTEL_TRACES_EXPORTER";
    private static final List<String> ENDPOINTS =
            List.of("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT");

    /** What is usual here and not in OpenTelemetry's own library: traces alone, over HTTP. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "otel.service.name", "latent",
            "otel.exporter.otlp.protocol", "http/protobuf",
            "otel.metrics.exporter", "none",
            "otel.logs.exporter", "none");

    private TracingVariables() {}

    /** Whether they ask for traces. An empty value is none (specification, "Parsing empty value"). */
    static boolean ask(Map<String, String> environment) {
        Optional<String> exporter = given(environment, EXPORTER);
        boolean named = exporter.isPresent()
                || ENDPOINTS.stream().anyMatch(name -> given(environment, name).isPresent());
        return named
                && !exporter.equals(Optional.of("none"))
                && !given(environment, "OTEL_SDK_DISABLED").equals(Optional.of("true"));
    }

    private static Optional<String> given(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .filter(value -> !value.isEmpty());
    }

    /** All of them as the properties of OpenTelemetry's library. */
    static Map<String, String> properties(Map<String, String> environment) {
        Map<String, String> properties = new HashMap<>(DEFAULTS);
        environment.forEach((name, value) -> {
            if (name.startsWith("OTEL_") && !value.isBlank()) {
                properties.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        return properties;
    }
}
