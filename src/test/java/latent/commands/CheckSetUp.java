package latent.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import latent.check.CheckCounts;
import latent.check.SmokeTest;
import latent.kit.OncePerRun;
import latent.kit.Stack;
import latent.local.edge.FetchedResponse;
import latent.local.web.HeaderFields;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A deployment as Terraform makes it, in which a test plants one mistake and then runs the smoke test. */
abstract class CheckSetUp {
    @RegisterExtension
    static final OncePerRun<DeploymentStack> STACK = OncePerRun.of(DeploymentStack::start);

    Stack stack;

    CheckedDeployment stage;

    @BeforeEach
    void set() {
        stack = STACK.get().stack();
        stage = new CheckedDeployment(stack);
    }

    @AfterEach
    void close() {
        stage.close();
        stack.between.refusePuts = false;
    }

    /** All lines of a run, and what they add up to. */
    record Report(List<String> lines, CheckCounts tally) {
        /** The names of the checks that failed, in order. */
        List<String> failed() {
            return lines.stream()
                    .filter(line -> line.startsWith("FAILED"))
                    .map(line -> line.substring(8, 38).strip())
                    .toList();
        }

        String line(String check) {
            return lines.stream()
                    .filter(line -> line.startsWith(check, 8))
                    .findFirst()
                    .orElse("no line " + check);
        }
    }

    Report run() {
        var out = new ByteArrayOutputStream();
        stage.open();
        CheckCounts tally =
                new SmokeTest(stage.deployment(), stage, new PrintStream(out, true, StandardCharsets.UTF_8)).run();
        String text = out.toString(StandardCharsets.UTF_8);
        System.out.println(text);
        return new Report(text.lines().toList(), tally);
    }

    /** The check fails with these words, and but for the others named nothing else does. */
    void assertFound(String check, String words, String... others) {
        Report report = run();
        assertThat(report.line(check)).startsWith("FAILED").contains(words);
        assertThat(report.failed()).contains(check).isSubsetOf(concat(check, others));
    }

    static List<String> concat(String check, String... others) {
        return Stream.concat(Stream.of(check), Arrays.stream(others)).toList();
    }

    /** The answer with another value of a header, or without it where the value is empty. */
    static FetchedResponse with(FetchedResponse answer, String name, String value) {
        HeaderFields headers = HeaderFields.of(answer.headers()).remove(name);
        return new FetchedResponse(
                answer.status(),
                value.isEmpty() ? headers.build() : headers.set(name, value).build(),
                answer.bytes(),
                answer.outcome());
    }
}
