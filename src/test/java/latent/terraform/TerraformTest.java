package latent.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import latent.kit.Needs;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;

/** {@code terraform/tests/verify}, each of its checks a test. It runs after the classes that use what the script applies. */
@Order(Integer.MAX_VALUE)
class TerraformTest {
    private static final Pattern CHECK = Pattern.compile("(ok|FAILED) ([a-z -]+: .*)");
    private static final Pattern SKIPPED = Pattern.compile("SKIPPED [a-z-]+: no (.*)");

    @TestFactory
    Stream<DynamicTest> checks() {
        Verification run = Verification.ofThisJvm();
        run.release();
        Stream<DynamicTest> checks = run.lines().peek(System.out::println).flatMap(TerraformTest::check);
        return Stream.concat(checks, Stream.of(dynamicTest("all of it passed", () -> passed(run))));
    }

    private static Stream<DynamicTest> check(String line) {
        Matcher check = CHECK.matcher(line);
        if (check.matches()) {
            boolean ok = check.group(1).equals("ok");
            return Stream.of(dynamicTest(check.group(2), () -> Assertions.assertTrue(ok, line)));
        }
        Matcher skipped = SKIPPED.matcher(line);
        return skipped.matches()
                ? Stream.of(dynamicTest(
                        line, () -> Needs.present(Optional.empty(), skipped.group(1), Verification.HOW_TO_GET_IT)))
                : Stream.empty();
    }

    private static void passed(Verification run) throws InterruptedException {
        run.skipped().ifPresent(missing -> Needs.present(Optional.empty(), missing, Verification.HOW_TO_GET_IT));
        assertThat(run.exitCode()).isZero();
        assertThat(run.lines()).last().asString().matches("[1-9][0-9]* passed, 0 failed");
    }
}
