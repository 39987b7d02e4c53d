package latent.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** However output comes, lines leave one by one. */
class LineSplitterTest {
    private static final String TEXT = "one\n\nthree has more words, and \u00e4\u20ac\nfour\n";

    private final List<String> lines = new ArrayList<>();
    private final LineSplitter splitter = new LineSplitter(line -> lines.add(new String(line, UTF_8)));

    @Property
    void pieces_of_any_length_make_the_same_lines(@ForAll @IntRange(min = 1, max = 80) int piece) {
        byte[] bytes = TEXT.getBytes(UTF_8);
        lines.clear();
        for (int from = 0; from < bytes.length; from += piece) {
            splitter.write(bytes, from, Math.min(piece, bytes.length - from));
        }
        assertThat(String.join("", lines)).isEqualTo(TEXT);
        assertThat(lines).hasSize(4).allMatch(line -> line.indexOf('\n') == line.length() - 1);
    }

    @Test
    void a_line_beyond_the_bound_is_cut_and_the_next_is_whole() {
        for (String part : List.of("x".repeat(LineSplitter.MAX_LINE_BYTES - 1), "yz".repeat(5_000), "\nnext\n")) {
            splitter.write(part.getBytes(UTF_8), 0, part.length());
        }
        assertThat(lines).containsExactly("x".repeat(LineSplitter.MAX_LINE_BYTES - 1) + "y\n", "next\n");
    }

    @Test
    void the_end_of_a_line_is_waited_for() {
        splitter.write('a');
        assertThat(lines).isEmpty();
        splitter.write('\n');
        assertThat(lines).containsExactly("a\n");
    }
}
