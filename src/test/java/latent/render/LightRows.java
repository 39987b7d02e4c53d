package latent.render;

import java.awt.Color;
import java.util.stream.Stream;
import latent.pictures.Encoded;
import latent.pictures.MatrixProfile;
import latent.pictures.ThinStripes;

/** Rows for engines that declare {@link EngineCapabilities#LINEAR_ALPHA}. */
final class LightRows {
    private static final WantedRendition SMALL = WantedRendition.box(20, 20);

    private LightRows() {}

    /** Fine patterns whose rendition is the mean of many pixels in each; by the numbers instead of the light it would be darker. */
    static Stream<Row> all() {
        ThinStripes gray = new ThinStripes(Color.WHITE, Color.BLACK);
        return Stream.of(
                mixed(
                        "red and green stripes beside transparent pixels become yellow",
                        new ThinStripes(Color.RED, Color.GREEN)),
                mixed("white and black ones a light gray", gray),
                mixed(
                        "white counts twice as much as a half transparent black",
                        new ThinStripes(Color.WHITE, new Color(0, 0, 0, 128))),
                Row.of(
                        "so it is with 16 bits",
                        Encoded.png(gray.wide(200, 100)),
                        SMALL,
                        s -> s.shows(0.25, 0.5, 188, 188, 188)),
                Row.of(
                        "and with a profile",
                        Encoded.pngWithProfile(Encoded.png(gray.drawn(200, 100)), MatrixProfile.DISPLAY_P3.bytes()),
                        SMALL,
                        s -> s.shows(0.25, 0.5, 188, 188, 188)));
    }

    private static Row mixed(String claim, ThinStripes stripes) {
        int[] mean = stripes.reduced();
        return Row.of(claim, Encoded.png(stripes.drawn(200, 100)), SMALL, s -> {
            s.shows(0.25, 0.5, mean[0], mean[1], mean[2]);
            s.hasAlpha(0.25, 0.5, mean[3]);
            s.hasAlpha(1, 0.5, 0);
        });
    }
}
