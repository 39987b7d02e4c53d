package latent.render.imgscalr;

import java.awt.image.BufferedImage;

/** Gaussian blur, rows first and then columns; the edges go on as they are. Transparent pixels lend no colour. */
final class GaussianBlur {
    /** From here on three running means come as near as the eye can tell, at a cost that does not grow with sigma (SVG 1.1, 15.17). */
    private static final double WIDE_SIGMA = 4;

    private final LineFilter filter;

    private GaussianBlur(LineFilter filter) {
        this.filter = filter;
    }

    /** Blurs in place; sigma in pixels. */
    static void gaussian(BufferedImage picture, double sigma) {
        int[] pixels = Samples.data(picture);
        boolean alpha = picture.getColorModel().hasAlpha();
        if (alpha) {
            Premultiplication.premultiply(pixels);
        }
        new GaussianBlur(sigma < WIDE_SIGMA ? kernel(sigma) : means(sigma))
                .run(pixels, picture.getWidth(), picture.getHeight());
        if (alpha) {
            Premultiplication.unpremultiply(pixels);
        }
    }

    private interface LineFilter {
        void apply(float[] in, float[] out);
    }

    private void run(int[] pixels, int width, int height) {
        Line row = new Line(width);
        for (int y = 0; y < height; y++) {
            row.filter(pixels, y * width, 1);
        }
        Line column = new Line(height);
        for (int x = 0; x < width; x++) {
            column.filter(pixels, x, width);
        }
    }

    /** One row or column, channel by channel. */
    private final class Line {
        private final float[] in;
        private final float[] out;

        Line(int length) {
            in = new float[length];
            out = new float[length];
        }

        void filter(int[] pixels, int start, int step) {
            for (int shift = 0; shift < 32; shift += 8) {
                for (int i = 0, at = start; i < in.length; i++, at += step) {
                    in[i] = pixels[at] >>> shift & 0xff;
                }
                filter.apply(in, out);
                for (int i = 0, at = start; i < in.length; i++, at += step) {
                    pixels[at] = (pixels[at] & ~(0xff << shift)) | (int) (out[i] + 0.5f) << shift;
                }
            }
        }
    }

    private static LineFilter kernel(double sigma) {
        int radius = (int) Math.ceil(3 * sigma);
        float[] weights = new float[2 * radius + 1];
        double sum = 0;
        for (int i = -radius; i <= radius; i++) {
            sum += Math.exp(-i * i / (2 * sigma * sigma));
        }
        for (int i = -radius; i <= radius; i++) {
            weights[i + radius] = (float) (Math.exp(-i * i / (2 * sigma * sigma)) / sum);
        }
        return (in, out) -> {
            for (int i = 0; i < in.length; i++) {
                float value = 0;
                for (int k = 0; k < weights.length; k++) {
                    value += weights[k] * in[Math.clamp(i + k - radius, 0, in.length - 1)];
                }
                out[i] = value;
            }
        };
    }

    private static LineFilter means(double sigma) {
        int radius = (int) Math.round((Math.sqrt(4 * sigma * sigma + 1) - 1) / 2);
        return (in, out) -> {
            mean(in, out, radius);
            mean(out, in, radius);
            mean(in, out, radius);
        };
    }

    private static void mean(float[] in, float[] out, int radius) {
        int last = in.length - 1;
        float sum = 0;
        for (int k = -radius; k <= radius; k++) {
            sum += in[Math.clamp(k, 0, last)];
        }
        for (int i = 0; i <= last; i++) {
            out[i] = sum / (2 * radius + 1);
            sum += in[Math.min(i + radius + 1, last)] - in[Math.max(i - radius, 0)];
        }
    }
}
