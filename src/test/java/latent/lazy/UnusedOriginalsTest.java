package latent.lazy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnusedOriginalsTest {
    private static final int MANY = 1_000;

    private final UnusedOriginals<Integer> unused = new UnusedOriginals<>();
    private final List<Integer> tried = new ArrayList<>();

    /** Where each made room by a look at all of them, a thousand would be looked at half a million times. */
    @Test
    void each_is_looked_at_for_its_file_once_while_all_are_forgotten_one_by_one() {
        IntStream.range(0, MANY).forEach(unused::add);
        List<Integer> forgotten = new ArrayList<>();
        while (unused.first().isPresent()) {
            if (!unused.forgetFile(this::isOdd)) {
                int first = unused.first().get();
                forgotten.add(first);
                unused.remove(first);
            }
        }
        assertThat(tried).containsExactlyElementsOf(IntStream.range(0, MANY).boxed().toList());
        assertThat(forgotten).isEqualTo(tried);
    }

    @Test
    void one_that_was_used_again_comes_last_and_its_file_is_tried_again() {
        IntStream.range(0, 3).forEach(unused::add);
        assertThat(unused.forgetFile(this::isOdd)).isTrue();
        unused.remove(0);
        unused.add(0);
        assertThat(unused.first()).contains(1);
        assertThat(unused.forgetFile(this::isOdd)).isFalse();
        assertThat(tried).containsExactly(0, 1, 2, 0);
    }

    private boolean isOdd(int original) {
        tried.add(original);
        return original % 2 == 1;
    }
}
