package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latent.refusal.AnswerCode;
import org.junit.jupiter.api.Test;

/** No code of a refusal or fault is without a test that reads its line of the log; each test is held to the codes that it names. */
class EveryCodeHasItsLineTest {
    @Test
    void every_code_is_named_by_a_test_that_reads_its_line() {
        Set<AnswerCode> named = Stream.of(RefusalLinesTest.class, FaultLinesTest.class)
                .flatMap(tests -> Stream.of(tests.getDeclaredMethods()))
                .filter(method -> isTest(method))
                .flatMap(CodeLinesSetUp::named)
                .collect(Collectors.toSet());
        assertThat(named).containsExactlyInAnyOrderElementsOf(AnswerCode.all());
    }

    private static boolean isTest(Method method) {
        return method.isAnnotationPresent(Test.class);
    }
}
