package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import latent.kit.Eventually;
import latent.kit.ServeProcess;
import latent.kit.Stack;
import latent.local.RawHttp;
import latent.render.vips.LibvipsHere;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dashboard, the alert rules and the playground's live view name metrics, labels and values that the real program exports after some traffic, and the page lists them. */
@NullMarked
class MonitoringTest {
    private static final Path FOLDER = Path.of("docs/monitoring");
    private static final Pattern SELECTOR = Pattern.compile("(latent_[a-z0-9_]+)(?:\\{([^}]*)})?");
    private static final Pattern CONDITION = Pattern.compile("([a-z_]+)(=~|!=|=)\"([^\"]*)\"");
    private static final Pattern LIVE = Pattern.compile("(?:metric|of): '(\\w+)'(?:, label: '([^']*)')?");
    private static final Pattern BY = Pattern.compile("by \\(([a-z_, ]+)\\)");

    /** Labels that Prometheus adds. */
    private static final List<String> OF_PROMETHEUS = List.of("job", "instance");

    @TempDir
    private Path data = Path.of("");

    @Test
    void every_metric_label_and_value_that_is_asked_for_is_exported() throws Exception {
        LibvipsHere.orSkip();
        List<String> exported = exportedAfterTraffic();
        List<String> expressions = expressions();
        assertThat(expressions)
                .hasSizeGreaterThan(40)
                .contains("latent_renders_limit", "latent_write_backs_total{outcome=\"stored\"}");
        List<String> unknown = new ArrayList<>();
        for (String expression : expressions) {
            for (MatchResult selector : SELECTOR.matcher(expression).results().toList()) {
                if (series(
                                exported,
                                selector.group(1),
                                Optional.ofNullable(selector.group(2)).orElse(""))
                        .isEmpty()) {
                    unknown.add(selector.group() + " in " + expression);
                }
                for (MatchResult by : BY.matcher(expression).results().toList()) {
                    for (String label : by.group(1).split(", ", -1)) {
                        if (!OF_PROMETHEUS.contains(label)
                                && exported.stream().noneMatch(line -> line.contains(label + "=\""))) {
                            unknown.add("label " + label + " in " + expression);
                        }
                    }
                }
            }
        }
        assertThat(unknown).isEmpty();
        String page = Files.readString(Path.of("docs/operations.md"));
        assertThat(exported.stream()
                        .map(line -> line.replaceAll("[{ ].*", "").replaceAll("_(bucket|count|sum|max)$", ""))
                        .distinct()
                        .filter(name -> !page.contains("`" + name + "`") && !page.contains("`" + name + "{")))
                .as("exported, and not on the page")
                .isEmpty();
    }

    /** A client, a key, an id or an address as a label would make a series for each. */
    @Test
    void labels_have_few_values_whatever_is_asked_for() throws Exception {
        try (Stack stack = Stack.start(data, Map.of("render.engine", "imgscalr"))) {
            stack.putOriginal("a.jpg", Stack.jpeg(100, 80));
            ask(stack, "w");
            long before = seriesOf(stack);
            for (String word : List.of("x", "y", "z")) {
                ask(stack, word);
            }
            assertThat(seriesOf(stack)).isEqualTo(before);
        }
    }

    private static void ask(Stack stack, String word) throws Exception {
        for (String path : List.of("/a_3_" + word.hashCode() % 50 + ".jpg", "/" + word + "_1_1.jpg", "/" + word)) {
            stack.processor().get(path, "User-Agent: " + word, "X-Amz-Cf-Id: " + word);
        }
        stack.processor().send(word.toUpperCase(java.util.Locale.ROOT), "/a_1_1.jpg");
        Eventually.until("what is stored is told", () -> stack.metric("latent_write_back_pending") == 0);
        Eventually.until("all are answered", () -> stack.metric("latent_requests_in_flight") == 0);
    }

    private static long seriesOf(Stack stack) throws Exception {
        return stack.processor()
                .get("/-/metrics")
                .text()
                .lines()
                // S3's operations and outcomes are few, and which of them occur differs from run to run
                .filter(line -> !line.startsWith("#") && !line.startsWith("latent_s3_calls_total"))
                .count();
    }

    private List<String> exportedAfterTraffic() throws Exception {
        try (Stack stack = Stack.start(data, Map.of("render.engine", "imgscalr"))) {
            stack.putOriginal("a.jpg", Stack.jpeg(1200, 900));
            List<String> command = new ArrayList<>(ServeProcess.command(stack.between.url(), "-Xmx256m"));
            command.addAll(List.of("--set", "render.engine=vips", "--set", "originals.http=shop/=http://127.0.0.1:1/"));
            Process program = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                RawHttp http = RawHttp.to(URI.create("http://localhost:" + ServeProcess.port(program)));
                assertThat(http.get("/a_60_0.jpg").status()).isEqualTo(200);
                assertThat(http.get("/b_60_0.jpg").status()).isEqualTo(404);
                assertThat(http.get("/shop/b_60_0.jpg").status())
                        .as("of a host that may not be asked")
                        .isEqualTo(503);
                Eventually.until("it is stored", () -> stack.stored().size() == 1);
                stack.putOriginal("c.jpg", Stack.jpeg(1200, 900)); // the other is still in memory
                stack.between.flipEvery = 1;
                assertThat(http.get("/c_61_0.jpg").status()).isEqualTo(503);
                return http.get("/-/metrics")
                        .text()
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .toList();
            } finally {
                program.destroyForcibly();
            }
        }
    }

    /** The exported lines that a selector finds, but for what Prometheus adds. */
    private static List<String> series(List<String> exported, String name, String conditions) {
        return exported.stream()
                .filter(line -> line.matches(Pattern.quote(name) + "[{ ].*"))
                .filter(line -> CONDITION.matcher(conditions).results().allMatch(condition -> holds(line, condition)))
                .toList();
    }

    private static boolean holds(String line, MatchResult condition) {
        if (OF_PROMETHEUS.contains(condition.group(1))) {
            return true;
        }
        Matcher label =
                Pattern.compile("\\b" + condition.group(1) + "=\"([^\"]*)\"").matcher(line);
        String wanted = condition.group(3);
        return label.find()
                && switch (condition.group(2)) {
                    case "=" -> label.group(1).equals(wanted);
                    case "!=" -> !label.group(1).equals(wanted);
                    default -> label.group(1).matches(wanted);
                };
    }

    private static List<String> expressions() throws Exception {
        List<String> found = new ArrayList<>();
        JsonNode dashboard = JsonMapper.shared().readTree(Files.readString(FOLDER.resolve("grafana-dashboard.json")));
        for (JsonNode panel : dashboard.path("panels")) {
            panel.path("targets")
                    .forEach(target -> found.add(target.path("expr").asString()));
        }
        Files.readString(Path.of("src/main/resources/latent/local/playground/live.js"))
                .lines()
                .flatMap(line -> LIVE.matcher(line).results())
                .map(shown -> shown.group(1)
                        + Optional.ofNullable(shown.group(2))
                                .map(label -> "{" + label + "}")
                                .orElse(""))
                .forEach(found::add);
        Files.readString(FOLDER.resolve("alerts.yml"))
                .lines()
                .filter(line -> line.strip().startsWith("expr: "))
                .forEach(line -> found.add(line.strip().substring("expr: ".length())));
        return found;
    }
}
