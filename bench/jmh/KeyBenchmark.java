package latent.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import latent.key.Alphabet;
import latent.key.KeyGrammar;
import latent.key.KeyRules;
import latent.key.RenditionKey;
import latent.logging.LogFormat;
import latent.logging.StructuredLine;
import latent.refusal.Refusal;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the pure parts of a request take, in microseconds: to read a key, to refuse one, to write the line of a refusal. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class KeyBenchmark {
    private static final KeyGrammar GRAMMAR = new KeyGrammar(new KeyRules(Alphabet.SAFE, 4096, Map.of()));

    /** Keys that are right. */
    @State(Scope.Benchmark)
    public static class Right {
        @Param({
            "widgets/myimage_600_400.jpg",
            "widgets/myimage_600_400_fill_blur-5_q-80.jpg.webp",
            "chucknorris-200x200.jpg"
        })
        String key;
    }

    /** Keys that are not. */
    @State(Scope.Benchmark)
    public static class Wrong {
        @Param({"robots.txt", "widgets/myimage_0600_400.jpg", "widgets/myimage_99999_400.jpg", "widgets/myimage_600_400_blur-99999.jpg"})
        String key;
    }

    @Benchmark
    public RenditionKey read(Right right) {
        return GRAMMAR.parse(right.key);
    }

    @Benchmark
    public Refusal refuse(Wrong wrong) {
        try {
            throw new IllegalStateException(GRAMMAR.parse(wrong.key) + " is not refused");
        } catch (Refusal refusal) {
            return refusal;
        }
    }

    @Benchmark
    public List<String> line(Wrong wrong) {
        StructuredLine line = new StructuredLine()
                .with("id", "0123456789abcdef", 256)
                .with("status", 400)
                .with("target", wrong.key, 256)
                .with("sentence", "The width is 99999; it may be 4096 at most.", 400)
                .with("remedy", "Ask for a smaller size.", 400);
        return List.of(line.in(LogFormat.TEXT));
    }
}
