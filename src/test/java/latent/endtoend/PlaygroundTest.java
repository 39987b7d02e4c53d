package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import latent.kit.BesideOtherClasses;
import latent.kit.DemoProcess;
import latent.kit.PlaygroundBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The playground of {@code latent demo} in a real browser; the screenshots stay in {@code target/playground}. */
@BesideOtherClasses
class PlaygroundTest {
    @TempDir
    private static Path data;

    private static PlaygroundBrowser browser;
    private static DemoProcess demo;

    @BeforeAll
    static void start() throws Exception {
        browser = PlaygroundBrowser.orSkip(data);
        demo = DemoProcess.start(data);
    }

    @AfterAll
    static void stop() throws Exception {
        if (demo != null) {
            demo.close();
        }
    }

    @Test
    void what_is_made_with_the_mouse_is_copied_pasted_and_shown_in_another_page() throws Exception {
        play("mouse");
        assertThat(browser.screenshots().resolve("mouse-pasted.png")).isNotEmptyFile();
    }

    @Test
    void a_drag_on_the_original_draws_the_crop_in_its_pixels() throws Exception {
        play("drag");
    }

    @Test
    void the_keyboard_alone_makes_a_rendition() throws Exception {
        play("keyboard");
    }

    @Test
    void nothing_is_cut_off_at_360_or_1280_pixels_in_either_colour_scheme() throws Exception {
        play("widths");
    }

    @Test
    void axe_finds_nothing_in_either_colour_scheme_at_either_width() throws Exception {
        play("accessibility");
    }

    @Test
    void one_edge_misses_and_has_it_made_and_the_other_gets_it_from_the_bucket() throws Exception {
        play("edges");
    }

    @Test
    void each_format_is_compared_with_the_lossless_picture_and_a_poor_quality_is_seen_in_the_score() throws Exception {
        play("formats");
    }

    @Test
    void a_refusal_is_shown_with_its_sentence() throws Exception {
        play("refusals");
    }

    @Test
    void every_number_that_the_page_shows_is_one_of_the_processor_s() throws Exception {
        play("numbers");
    }

    private static void play(String claim) throws Exception {
        browser.play(claim, demo.playground());
    }
}
