package latent.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Without the variables nothing is traced, and it costs no class. */
class TracingOffTest {
    /** What the started Java does: a request with a stage and a write-back, traced as its environment says. */
    static final class Program {
        public static void main(String[] none) {
            try (Tracing tracing = Tracing.of(System.getenv())) {
                RequestTrace request = tracing.begin("GET", name -> Optional.empty());
                try (RequestTrace.Current current = request.current()) {
                    String text = tracing.within("render", () -> "made");
                    tracing.follow(tracing.here(), "write-back", "a_1_1.jpg", () -> text);
                }
                request.with("url.path", "/a_1_1.jpg").end(false);
            }
        }
    }

    @Test
    void no_class_of_opentelemetry_is_loaded_where_nobody_asks_for_traces() throws Exception {
        assertThat(loaded(Map.of("OTEL_SERVICE_NAME", "pictures", "OTEL_TRACES_SAMPLER", "always_on")))
                .contains("latent.tracing.NoTracing")
                .doesNotContain("io.opentelemetry");
        assertThat(loaded(Map.of("OTEL_TRACES_EXPORTER", "none", "OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:1")))
                .doesNotContain("io.opentelemetry");
        assertThat(loaded(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1")))
                .as("and where somebody does, it is")
                .contains("io.opentelemetry.sdk.trace");
    }

    @Test
    void the_variables_ask_by_an_exporter_or_an_endpoint() {
        assertThat(TracingVariables.ask(Map.of())).isFalse();
        assertThat(TracingVariables.ask(Map.of("OTEL_TRACES_EXPORTER", "otlp"))).isTrue();
        assertThat(TracingVariables.ask(Map.of("OTEL_TRACES_EXPORTER", ""))).isFalse();
        assertThat(TracingVariables.ask(Map.of("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://a")))
                .isTrue();
        assertThat(TracingVariables.ask(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://a", "OTEL_SDK_DISABLED", "TRUE")))
                .isFalse();
    }

    /** Names of the classes that a Java loads which does this in that environment. */
    private static String loaded(Map<String, String> environment) throws Exception {
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:stdout",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName())
                .redirectErrorStream(true);
        java.environment().keySet().removeIf(name -> name.startsWith("OTEL_"));
        java.environment().put("OTEL_JAVA_EXPORTER_OTLP_RETRY_DISABLED", "true");
        java.environment().putAll(environment);
        Process started = java.start();
        String said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(started.waitFor()).as(said).isZero();
        return said;
    }
}
