package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import latent.config.ConfigurationException;
import latent.kit.CapturedLog;
import latent.kit.Stack;
import latent.kit.TraceReceiver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a receiver of OpenTelemetry's traces gets over HTTP, as the standard variables of the environment say. */
class TracesTest {
    private static final String CALLER = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void a_request_its_stages_and_its_write_back_are_spans(@TempDir Path data) throws Exception {
        try (TraceReceiver receiver = new TraceReceiver();
                CapturedLog log = new CapturedLog();
                Stack stack = start(data, receiver, Map.of("OTEL_SERVICE_NAME", "pictures"))) {
            stack.putOriginal("dir/a.jpg", Stack.jpeg(400, 300));
            String parent = "traceparent: 00-" + CALLER + "-00f067aa0ba902b7-01";
            assertThat(stack.processor().get("/dir/a_60_40.jpg", parent).status())
                    .isEqualTo(200);
            Span request = receiver.span("GET");
            assertThat(hex(request.getTraceId())).isEqualTo(CALLER);
            assertThat(hex(request.getParentSpanId())).isEqualTo("00f067aa0ba902b7");
            assertThat(request.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
            assertThat(receiver.service()).isEqualTo("pictures");
            String line = log.line("target=/dir/a_60_40.jpg");
            assertThat(line).contains(" trace=" + CALLER + " ");
            assertThat(attributes(request))
                    .containsEntry("http.request.method", "GET")
                    .containsEntry("http.response.status_code", "200")
                    .containsEntry("url.path", "/dir/a_60_40.jpg")
                    .containsEntry("latent.request.id", line.replaceAll(".* id=([^ ]+) .*", "$1"))
                    .containsEntry("latent.outcome", "rendered")
                    .containsEntry("latent.original", "dir/a.jpg")
                    .containsEntry("latent.rendition", "dir/a_60_40.jpg");
            List<Span> stages = receiver.spans().stream()
                    .filter(span -> span.getParentSpanId().equals(request.getSpanId()))
                    .toList();
            assertThat(stages.stream().map(Span::getName))
                    .containsExactlyInAnyOrder("stored", "open", "permit", "fetch", "render");
            assertThat(stages).allSatisfy(stage -> {
                assertThat(stage.getTraceId()).isEqualTo(request.getTraceId());
                assertThat(stage.getStartTimeUnixNano()).isGreaterThanOrEqualTo(request.getStartTimeUnixNano());
                assertThat(stage.getEndTimeUnixNano()).isLessThanOrEqualTo(request.getEndTimeUnixNano());
            });
            Span stored = receiver.span("write-back");
            assertThat(stored.getTraceId()).as("a trace of its own").isNotEqualTo(request.getTraceId());
            assertThat(stored.getParentSpanId().isEmpty()).isTrue();
            assertThat(stored.getLinksList()).singleElement().satisfies(link -> {
                assertThat(link.getTraceId()).isEqualTo(request.getTraceId());
                assertThat(receiver.spans().stream().map(Span::getSpanId)).contains(link.getSpanId());
            });
            assertThat(attributes(stored)).containsEntry("latent.rendition", "dir/a_60_40.jpg");
        }
    }

    @Test
    void refusals_and_faults_are_told_and_what_strangers_write_is_cut_short(@TempDir Path data) throws Exception {
        try (TraceReceiver receiver = new TraceReceiver();
                Stack stack = start(data, receiver, Map.of())) {
            assertThat(stack.processor().get("/dir/none_60_40.jpg").status()).isEqualTo(404);
            Span refused = receiver.span("GET");
            assertThat(receiver.service()).isEqualTo("latent");
            assertThat(attributes(refused))
                    .containsEntry("latent.reason", "ORIGINAL_MISSING")
                    .containsEntry("http.response.status_code", "404");
            assertThat(refused.getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_UNSET);
            assertThat(attributes(receiver.span("open"))).containsEntry("latent.reason", "ORIGINAL_MISSING");
            receiver.forget();
            stack.processor().send("BREW", "/" + "x".repeat(2000));
            Span strange = receiver.span("HTTP");
            assertThat(attributes(strange)).containsEntry("http.request.method", "_OTHER");
            assertThat(attributes(strange).get("url.path")).hasSize(256);
            receiver.forget();
            stack.between.close();
            assertThat(stack.processor().get("/dir/a_61_40.jpg").status()).isEqualTo(503);
            assertThat(receiver.span("GET").getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
            assertThat(receiver.span("stored").getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
        }
    }

    @Test
    void the_sampler_is_asked_and_the_caller_s_word_is_taken(@TempDir Path data) throws Exception {
        try (TraceReceiver receiver = new TraceReceiver();
                Stack stack = start(data, receiver, Map.of("OTEL_TRACES_SAMPLER", "parentbased_always_off"))) {
            stack.processor().get("/dir/none_1_1.jpg");
            stack.processor().get("/dir/none_2_2.jpg", "traceparent: 00-" + CALLER + "-00f067aa0ba902b7-00");
            stack.processor().get("/-/health", "traceparent: 00-" + CALLER + "-00f067aa0ba902b7-01");
            stack.processor().get("/dir/none_3_3.jpg", "traceparent: 00-" + CALLER + "-00f067aa0ba902b7-01");
            receiver.span("GET");
            assertThat(receiver.spans().stream()
                            .filter(span -> span.getName().equals("GET"))
                            .map(span -> attributes(span).get("url.path")))
                    .containsExactly("/dir/none_3_3.jpg");
        }
    }

    @Test
    void a_receiver_that_is_not_there_hurts_nobody(@TempDir Path data) throws Exception {
        TraceReceiver gone = new TraceReceiver();
        gone.close();
        try (CapturedLog log = new CapturedLog();
                Stack stack = start(data, gone, Map.of("OTEL_JAVA_EXPORTER_OTLP_RETRY_DISABLED", "true"))) {
            stack.putOriginal("dir/a.jpg", Stack.jpeg(400, 300));
            assertThat(stack.processor().get("/dir/a_60_40.jpg").status()).isEqualTo(200);
            assertThat(log.line("Failed to export spans")).matches("\\S+ ERROR HttpExporter - .*");
        }
    }

    @Test
    void variables_that_cannot_be_used_are_told_before_the_start(@TempDir Path data) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Stack.start(data, Map.of(), Map.of("OTEL_TRACES_EXPORTER", "pigeon")))
                .withMessageContaining("OTEL_")
                .withMessageContaining("pigeon");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Stack.start(
                        data.resolve("b"),
                        Map.of(),
                        Map.of("OTEL_TRACES_EXPORTER", "otlp", "OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")))
                .withMessageContaining("OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf");
    }

    private static Stack start(Path data, TraceReceiver receiver, Map<String, String> more) throws Exception {
        Map<String, String> environment = new HashMap<>(
                Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.url().toString(), "OTEL_BSP_SCHEDULE_DELAY", "50"));
        environment.putAll(more);
        return Stack.start(data, Map.of("render.engine", "imgscalr"), environment);
    }

    private static Map<String, String> attributes(Span span) {
        Map<String, String> all = new HashMap<>();
        for (KeyValue attribute : span.getAttributesList()) {
            all.put(
                    attribute.getKey(),
                    Optional.of(attribute.getValue().getStringValue())
                            .filter(text -> !text.isEmpty())
                            .orElseGet(() -> Long.toString(attribute.getValue().getIntValue())));
        }
        return all;
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }
}
