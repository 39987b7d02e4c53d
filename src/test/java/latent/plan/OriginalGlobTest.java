package latent.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class OriginalGlobTest {
    @Test
    void one_star_and_a_question_mark_stay_inside_a_folder_and_two_stars_do_not() {
        assertThat(new OriginalGlob("shop/*.jpg").fits("shop/a.jpg")).isTrue();
        assertThat(new OriginalGlob("shop/*.jpg").fits("shop/b/a.jpg")).isFalse();
        assertThat(new OriginalGlob("shop/?.jpg").fits("shop/a.jpg")).isTrue();
        assertThat(new OriginalGlob("shop?a.jpg").fits("shop/a.jpg")).isFalse();
        assertThat(new OriginalGlob("shop/**.jpg").fits("shop/b/a.jpg")).isTrue();
        assertThat(new OriginalGlob("**/a.jpg").fits("a.jpg")).isTrue();
        assertThat(new OriginalGlob("**/a.jpg").fits("x/y/a.jpg")).isTrue();
        assertThat(new OriginalGlob("**/a.jpg").fits("ba.jpg")).isFalse();
    }

    @Test
    void all_other_characters_match_themselves() {
        assertThat(new OriginalGlob("a+(b)[c].jpg").fits("a+(b)[c].jpg")).isTrue();
        assertThat(new OriginalGlob("a.jpg").fits("axjpg")).isFalse();
        assertThat(new OriginalGlob("größe\n*.jpg").fits("größe\n🐈.jpg")).isTrue();
        assertThat(new OriginalGlob("a,b\\E.jpg").fits("a,b\\E.jpg")).isTrue();
    }

    @Test
    void braces_are_one_of_several_and_must_pair() {
        OriginalGlob either = new OriginalGlob("*.{jpg,png}");
        assertThat(either.fits("a.jpg") && either.fits("a.png")).isTrue();
        assertThat(either.fits("a.gif")).isFalse();
        for (String broken : new String[] {"{a", "a}", "{a,{b}}"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new OriginalGlob(broken));
        }
    }
}
