package latent.render;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.stream.Stream;
import latent.image.ImageFormat;
import latent.pictures.Encoded;
import latent.pictures.MatrixProfile;
import latent.pictures.Pictures;
import latent.pictures.ThinStripes;
import latent.pictures.WebPFile;

/** What the numbers in a file mean. */
final class ColourRows {
    private static final WantedRendition SMALL = WantedRendition.box(20, 20);

    private ColourRows() {}

    static Stream<Row> all() {
        return Stream.of(profiles(), depths(), ink(), alpha(), opaque()).flatMap(rows -> rows);
    }

    private static Stream<Row> profiles() {
        byte[] jpeg = Encoded.jpeg(Pictures.plain(64, 64, new Color(180, 110, 60)));
        byte[] png = Encoded.png(Pictures.plain(64, 64, new Color(180, 110, 60)));
        return Stream.of(MatrixProfile.DISPLAY_P3, MatrixProfile.ADOBE_RGB).flatMap(profile -> {
            int[] shown = profile.inSrgb(180, 110, 60);
            return Stream.of(
                    Row.of(
                            profile.name() + " in a JPEG becomes sRGB",
                            Encoded.withProfile(jpeg, profile.bytes()),
                            SMALL,
                            s -> s.shows(0.5, 0.5, shown[0], shown[1], shown[2])),
                    Row.of(
                            profile.name() + " in a PNG becomes sRGB",
                            Encoded.pngWithProfile(png, profile.bytes()),
                            SMALL,
                            s -> s.shows(0.5, 0.5, shown[0], shown[1], shown[2])));
        });
    }

    private static Stream<Row> depths() {
        BufferedImage gray = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
        fill(gray, 90);
        BufferedImage bits = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_BINARY);
        bits.getGraphics().fillRect(0, 0, 32, 64);
        return Stream.of(
                Row.of(
                        "16-bit PNG",
                        Encoded.png(Pictures.sixteenBit(64, 64, 200, 100, 50)),
                        SMALL,
                        s -> s.shows(0.5, 0.5, 200, 100, 50)),
                Row.of(
                        "16-bit gray PNG",
                        Encoded.png(Pictures.sixteenBit(64, 64, 90)),
                        SMALL,
                        s -> s.shows(0.5, 0.5, 90, 90, 90)),
                Row.of("gray PNG", Encoded.png(gray), SMALL, s -> s.shows(0.5, 0.5, 90, 90, 90)),
                Row.of("gray JPEG", Encoded.jpeg(gray), SMALL.as(ImageFormat.JPEG), s -> s.shows(0.5, 0.5, 90, 90, 90)),
                Row.of("1-bit PNG", Encoded.png(bits), SMALL, s -> {
                    s.shows(0.2, 0.5, 255, 255, 255);
                    s.shows(0.8, 0.5, 0, 0, 0);
                }));
    }

    private static Stream<Row> ink() {
        return Stream.of(
                Row.of(
                        "CMYK with Adobe's marker",
                        Encoded.inkJpeg(Pictures.fourChannels(64, 64, 255, 155, 255, 235), true),
                        SMALL,
                        ColourRows::isMagentaInk),
                Row.of(
                        "CMYK without it",
                        Encoded.inkJpeg(Pictures.fourChannels(64, 64, 0, 100, 0, 20), false),
                        SMALL,
                        ColourRows::isMagentaInk));
    }

    /** Engines show ink without a profile in different colours; all of them show a light magenta. */
    private static void isMagentaInk(Row.Seen seen) {
        seen.shows(0.5, 0.5, 230, 150, 205, 45);
    }

    private static Stream<Row> alpha() {
        byte[] half = Encoded.png(Pictures.halfTransparent(200, 100));
        return Stream.of(
                Row.of("alpha stays in PNG", half, WantedRendition.box(40, 40), s -> {
                    s.hasAlpha(0.1, 0.5, 255);
                    s.hasAlpha(0.9, 0.5, 0);
                }),
                Row.of(
                        "alpha on white in JPEG",
                        half,
                        WantedRendition.box(40, 40).as(ImageFormat.JPEG),
                        s -> {
                            s.shows(0.1, 0.5, 255, 0, 0);
                            s.shows(0.9, 0.5, 255, 255, 255);
                        }),
                Row.of(
                        "what is transparent has no colour to bleed",
                        half,
                        WantedRendition.box(41, 21).background(0, 0, 0),
                        s -> {
                            for (int x = 0; x <= 40; x++) {
                                int rgb = s.picture().getRGB(x, 10);
                                if ((rgb >> 8 & 0xff) > 6) {
                                    throw new AssertionError("green bleeds at " + x + ": " + Integer.toHexString(rgb));
                                }
                            }
                        }),
                Row.of(
                        "alpha on a background",
                        half,
                        WantedRendition.box(40, 40).background(0, 0, 255),
                        s -> s.shows(0.9, 0.5, 0, 0, 255)),
                Row.of(
                        "GIF",
                        Encoded.gif(Pictures.quarters(200, 100)),
                        WantedRendition.box(40, 40),
                        SizeRows::showsQuarters),
                Row.of(
                        "the first frame of an animation",
                        Encoded.gif(Pictures.quarters(200, 100), Pictures.plain(200, 100, Color.BLACK)),
                        WantedRendition.box(40, 40),
                        SizeRows::showsQuarters),
                Row.of(
                        "WebP",
                        WebPFile.of(Pictures.quarters(200, 100)),
                        WantedRendition.box(40, 40),
                        SizeRows::showsQuarters),
                Row.of(
                        "alpha in WebP",
                        WebPFile.of(Pictures.halfTransparent(200, 100)),
                        WantedRendition.box(40, 40),
                        s -> {
                            s.shows(0.1, 0.5, 255, 0, 0);
                            s.hasAlpha(0.9, 0.5, 0);
                        }),
                Row.of(
                        "progressive JPEG",
                        Encoded.progressiveJpeg(Pictures.quarters(200, 100)),
                        WantedRendition.box(40, 40),
                        SizeRows::showsQuarters),
                Row.of(
                        "progressive JPEG, hardly smaller: decoded whole, once for each of its scans",
                        Encoded.progressiveJpeg(Pictures.plain(200, 100, new Color(120, 80, 60))),
                        WantedRendition.box(150, 150),
                        s -> s.shows(0.5, 0.5, 120, 80, 60)),
                Row.of(
                        "interlaced PNG",
                        Encoded.interlacedPng(Pictures.quarters(200, 100)),
                        WantedRendition.box(40, 40),
                        SizeRows::showsQuarters));
    }

    private static Stream<Row> opaque() {
        byte[] threads = Encoded.png(new ThinStripes(Color.WHITE, Color.BLACK).opaque(200, 100));
        return Stream.of(Row.of(
                "what is opaque is mixed by its numbers, as everyone does it",
                threads,
                SMALL,
                s -> s.shows(0.25, 0.5, 128, 128, 128)));
    }

    private static void fill(BufferedImage picture, int sample) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.getRaster().setSample(x, y, 0, sample);
            }
        }
    }
}
