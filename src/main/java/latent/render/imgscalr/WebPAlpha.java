package latent.render.imgscalr;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import latent.image.PixelSize;

/** The transparency beside a lossy WebP picture (RFC 9649, 2.7.1.2). The reader's own takes what is not compressed for something else. */
final class WebPAlpha {
    private static final int COMPRESSED = 1;
    private static final int LOSSLESS_SIGNATURE = 0x2f;

    private final byte[] plane;
    private final int width;

    private WebPAlpha(byte[] plane, int width) {
        this.plane = plane;
        this.width = width;
    }

    /** Decodes a lossless WebP file. */
    interface Lossless {
        BufferedImage decode(byte[] file) throws IOException;
    }

    /**
     * The picture with its transparency.
     *
     * @param chunk the content of ALPH
     * @throws IOException when the chunk is too short, or what is in it is damaged
     */
    static BufferedImage over(BufferedImage opaque, ByteBuffer chunk, Lossless lossless) throws IOException {
        int width = opaque.getWidth();
        int height = opaque.getHeight();
        int head = chunk.get() & 0xff;
        byte[] plane = new byte[width * height];
        if ((head & 3) == COMPRESSED) {
            BufferedImage coded = lossless.decode(asPicture(chunk, width, height));
            for (int i = 0; i < plane.length; i++) {
                plane[i] = (byte) (coded.getRGB(i % width, i / width) >> 8); // green
            }
        } else if (chunk.remaining() >= plane.length) {
            chunk.get(plane);
        } else {
            throw new IOException("transparency ends too early");
        }
        WebPAlpha alpha = new WebPAlpha(plane, width);
        alpha.undoPrediction(head >> 2 & 3);
        return alpha.with(opaque);
    }

    /** Such a stream has no header; this is the one of a picture of that size. */
    private static byte[] asPicture(ByteBuffer stream, int width, int height) {
        ByteBuffer picture = ByteBuffer.allocate(5 + stream.remaining()).order(ByteOrder.LITTLE_ENDIAN);
        picture.put((byte) LOSSLESS_SIGNATURE).putInt((width - 1) | ((height - 1) << 14));
        return WebPStill.alone(WebPStill.LOSSLESS, picture.put(stream).flip(), new PixelSize(width, height));
    }

    /** Each sample is stored less what its neighbours, by this rule, let expect: 0 nothing, 1 left, 2 above, 3 both. */
    private void undoPrediction(int rule) {
        for (int at = 1; rule != 0 && at < plane.length; at++) {
            plane[at] += (byte) expected(rule, at);
        }
    }

    private int expected(int rule, int at) {
        if (at < width) {
            return sample(at - 1);
        }
        if (at % width == 0) {
            return sample(at - width);
        }
        return switch (rule) {
            case 1 -> sample(at - 1);
            case 2 -> sample(at - width);
            default -> Math.clamp(sample(at - 1) + sample(at - width) - sample(at - width - 1), 0, 255);
        };
    }

    private int sample(int at) {
        return plane[at] & 0xff;
    }

    private BufferedImage with(BufferedImage opaque) {
        int height = opaque.getHeight();
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = Samples.data(picture);
        opaque.getRGB(0, 0, width, height, pixels, 0, width);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (pixels[i] & 0xffffff) | (plane[i] << 24);
        }
        return picture;
    }
}
