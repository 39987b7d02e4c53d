package latent.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelSize;
import latent.key.Blur;
import latent.key.Fit;
import latent.key.Gravity;
import latent.key.Grayscale;
import latent.key.Rotation;
import latent.key.Sharpen;
import latent.key.Trim;
import latent.key.WatermarkName;
import latent.refusal.Refusal;
import org.junit.jupiter.api.Test;

/** The steps of a render and their order, recorded by an engine that renders nothing. */
class RenderPlanTest {
    private static final ImageHeader LYING =
            new ImageHeader(ImageFormat.JPEG, new PixelSize(400, 200), Orientation.RIGHT_TOP, 1, false);
    private static final ImageHeader ANIMATION =
            new ImageHeader(ImageFormat.GIF, new PixelSize(40, 20), Orientation.TOP_LEFT, 3, false);

    private final RecordedSteps steps = new RecordedSteps();

    @Test
    void a_plain_rendition_is_resized_as_it_is_stored_and_then_turned() {
        assertThat(run(LYING, WantedRendition.box(50, 50).as(ImageFormat.JPEG)))
                .containsExactly(
                        "decode 400x200 for 50x25",
                        "resize 50x25",
                        "srgb",
                        "turn RIGHT_TOP",
                        "flatten ffffff",
                        "metadata",
                        "encode 80");
    }

    @Test
    void the_steps_have_one_order_whatever_the_key_asks_for() {
        WantedRendition wish = WantedRendition.box(100, 100)
                .as(ImageFormat.PNG)
                .with(Fit.PAD)
                .with(Rotation.QUARTER)
                .with(new Grayscale())
                .with(new Sharpen(10))
                .with(new Blur(20))
                .watermark("logo");
        assertThat(run(LYING, wish))
                .containsSubsequence(
                        "decode 400x200 for 100x50",
                        "resize 100x50",
                        "srgb",
                        "turn BOTTOM_RIGHT",
                        "blur-20",
                        "sharpen-10",
                        "gray",
                        "overlay",
                        "pad",
                        "metadata",
                        "encode 100");
    }

    @Test
    void trim_and_smart_crop_look_at_decodes_of_their_own_first() {
        WantedRendition wish = WantedRendition.box(50, 50)
                .with(Fit.FILL)
                .with(new Gravity.Smart())
                .with(new Trim(10));
        assertThat(run(LYING, wish))
                .startsWith(
                        "decode 400x200 for 400x200",
                        "srgb",
                        "turn RIGHT_TOP",
                        "materialize",
                        "bounds 10",
                        "decode 400x200 for 400x200",
                        "srgb",
                        "turn RIGHT_TOP",
                        "materialize",
                        "salient 200x200",
                        "decode 200x200 for 50x50");
    }

    @Test
    void a_watermark_is_decoded_once_for_all_frames_and_each_frame_goes_the_way_of_a_still() {
        assertThat(run(
                        ANIMATION,
                        WantedRendition.box(20, 20).as(ImageFormat.GIF).watermark("logo")))
                .containsExactly(
                        "decode 400x200 for 3x1",
                        "resize 3x1",
                        "srgb",
                        "turn RIGHT_TOP",
                        "materialize",
                        "frames 40x20",
                        "resize 20x10",
                        "srgb",
                        "turn TOP_LEFT",
                        "overlay",
                        "resize 20x10",
                        "srgb",
                        "turn TOP_LEFT",
                        "overlay",
                        "animate 20x10",
                        "metadata",
                        "encode 100");
    }

    @Test
    void an_animation_becomes_a_still_where_the_format_has_none() {
        assertThat(run(ANIMATION, WantedRendition.box(20, 20).as(ImageFormat.PNG)))
                .startsWith("decode 40x20 for 20x10")
                .doesNotContain("animate 20x10");
    }

    @Test
    void an_animation_of_too_many_frames_is_refused_before_one_is_decoded() {
        RenderSettings strict = new RenderSettings(Map.of(), JpegCoding.PROGRESSIVE, 960, 1, 100_000_000, false);
        RenderPlan<String, PixelSize> plan = new RenderPlan<>(
                steps,
                strict,
                new SourceFile<>("original", ANIMATION),
                WantedRendition.box(20, 20).as(ImageFormat.GIF).transformation(),
                Optional.empty());
        assertThatThrownBy(plan::run).isInstanceOf(Refusal.class).hasMessageContaining("too many frames: 2");
        assertThat(steps.taken()).isEmpty();
    }

    private List<String> run(ImageHeader header, WantedRendition wish) {
        Optional<SourceFile<String>> watermark = wish.transformation().has(WatermarkName.class)
                ? Optional.of(new SourceFile<>("watermark", LYING))
                : Optional.empty();
        new RenderPlan<>(
                        steps,
                        RenderSettings.DEFAULT,
                        new SourceFile<>("original", header),
                        wish.transformation(),
                        watermark)
                .run();
        return steps.taken();
    }
}
