package latent.lazy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnusedOriginalsTest {
    private static final int MANY = 100;

    private final UnusedOriginals<Integer> unused = new UnusedOriginals<>();
    private final List<Integer> tried = new ArrayList<>();
    private final Set<Integer> withoutFile = new HashSet<>();

    /** Where each made room by a look at all of them, a hundred would be looked at thousands of times. */
    @Test
    void each_is_looked_at_for_its_file_once_while_all_are_forgotten_one_by_one() {
        IntStream.range(0, MANY).forEach(unused::add);
        List<Integer> forgotten = new ArrayList<>();
        while (unused.first().isPresent()) {
            if (!unused.forgetFile(this::forgetOddFile)) {
                int first = unused.first().get();
                forgotten.add(first);
                unused.remove(first);
            }
        }
        assertThat(tried)
                .containsExactlyElementsOf(IntStream.range(0, MANY).boxed().toList());
        assertThat(forgotten).isEqualTo(tried);
    }

    @Test
    void one_that_was_used_again_comes_last_and_its_file_is_tried_again() {
        IntStream.range(0, 3).forEach(unused::add);
        assertThat(unused.forgetFile(this::forgetOddFile)).isTrue();
        unused.remove(0);
        unused.add(0);
        assertThat(unused.first()).contains(1);
        assertThat(unused.forgetFile(this::forgetOddFile)).isFalse();
        assertThat(tried).containsExactly(0, 1, 2, 0);
    }

    /** There is a file of every other one; it can be forgotten once. */
    private boolean forgetOddFile(int original) {
        tried.add(original);
        return original % 2 == 1 && withoutFile.add(original);
    }
}
