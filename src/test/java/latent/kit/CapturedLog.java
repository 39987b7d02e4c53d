package latent.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** What this JVM logs while it is open. */
@NullMarked
public final class CapturedLog implements AutoCloseable {
    private final PrintStream before = System.err;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    public CapturedLog() {
        System.setErr(new PrintStream(log, true, UTF_8));
    }

    public List<String> lines() {
        return log.toString(UTF_8).lines().toList();
    }

    /** The last line that contains all of these texts, as soon as there is one: a request's is written when its answer is complete. */
    public String line(String... texts) throws Exception {
        Eventually.until(
                "the log has " + String.join(", ", texts), () -> find(texts).isPresent());
        return find(texts).orElseThrow();
    }

    private Optional<String> find(String... texts) {
        return lines().reversed().stream()
                .filter(line -> List.of(texts).stream().allMatch(line::contains))
                .findFirst();
    }

    @Override
    public void close() {
        System.setErr(before);
    }
}
