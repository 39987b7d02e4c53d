package latent.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.Consumer;
import latent.key.Transformation;
import latent.pictures.Encoded;
import latent.render.header.HeaderGate;
import latent.render.header.Limits;

/** One line of the behaviour table: an original, what is asked of it, and what must be seen in the rendition. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Row(String claim, byte[] original, Optional<byte[]> watermark, Transformation asked, Consumer<byte[]> check) {
    private static final HeaderGate GATE = new HeaderGate(Limits.DEFAULT);

    /** A row that looks at the decoded rendition. */
    static Row of(String claim, byte[] original, WantedRendition wish, Consumer<Seen> check) {
        return new Row(
                claim,
                original,
                Optional.empty(),
                wish.transformation(),
                file -> check.accept(new Seen(Encoded.read(file))));
    }

    /** A row that looks at the file. */
    static Row ofFile(String claim, byte[] original, WantedRendition wish, Consumer<byte[]> check) {
        return new Row(claim, original, Optional.empty(), wish.transformation(), check);
    }

    Row withWatermark(byte[] file) {
        return new Row(claim, original, Optional.of(file), asked, check);
    }

    RenderJob job() {
        return job(original, asked, watermark);
    }

    static RenderJob job(byte[] original, Transformation asked, Optional<byte[]> watermark) {
        return new RenderJob(source(original), asked, watermark.map(Row::source));
    }

    private static SourceFile<byte[]> source(byte[] file) {
        return new SourceFile<>(file, GATE.admit(file, file.length).orElseThrow());
    }

    @Override
    public String toString() {
        return claim;
    }

    /** A rendition to look at. */
    record Seen(BufferedImage picture) {
        void hasSize(int width, int height) {
            assertThat(picture.getWidth() + "x" + picture.getHeight()).isEqualTo(width + "x" + height);
        }

        /** The colour at a point given in parts of the sides, 0 to 1. */
        void shows(double x, double y, int red, int green, int blue) {
            shows(x, y, red, green, blue, 6);
        }

        void shows(double x, double y, int red, int green, int blue, int tolerance) {
            int rgb = at(x, y);
            String seen = (rgb >> 16 & 0xff) + "," + (rgb >> 8 & 0xff) + "," + (rgb & 0xff);
            boolean near = Math.abs((rgb >> 16 & 0xff) - red) <= tolerance
                    && Math.abs((rgb >> 8 & 0xff) - green) <= tolerance
                    && Math.abs((rgb & 0xff) - blue) <= tolerance;
            assertThat(near)
                    .as("%s,%s,%s at %s,%s but %s", red, green, blue, x, y, seen)
                    .isTrue();
        }

        void hasAlpha(double x, double y, int alpha) {
            assertThat(at(x, y) >>> 24).as("alpha at %s,%s", x, y).isCloseTo(alpha, within(4));
        }

        private int at(double x, double y) {
            int column = (int) (x * (picture.getWidth() - 1) + 0.5);
            int line = (int) (y * (picture.getHeight() - 1) + 0.5);
            return picture.getRGB(column, line);
        }
    }
}
