package latent.pictures;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Colour profiles made of three primaries and a gamma, and the sums that say what they mean (ICC.1:2001, version 2). */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record MatrixProfile(String name, double[][] primaries, double gamma) {
    /** Primaries relative to D50, columns red, green, blue; rows X, Y, Z. */
    public static final MatrixProfile DISPLAY_P3 = new MatrixProfile(
            "P3",
            new double[][] {{0.51512, 0.29198, 0.15710}, {0.24120, 0.69225, 0.06657}, {-0.00105, 0.04189, 0.78407}},
            2.2);

    public static final MatrixProfile ADOBE_RGB = new MatrixProfile(
            "Adobe",
            new double[][] {{0.60974, 0.20528, 0.14919}, {0.31111, 0.62567, 0.06322}, {0.01947, 0.06087, 0.74457}},
            2.2);

    private static final double[][] D50_TO_SRGB = {
        {3.13386, -1.61687, -0.49062}, {-0.97877, 1.91614, 0.03345}, {0.07195, -0.22899, 1.40524}
    };

    /** What an sRGB screen shows for these numbers, out-of-range channels clipped. */
    public int[] inSrgb(int... rgb) {
        double[] linear = new double[3];
        for (int i = 0; i < 3; i++) {
            linear[i] = Math.pow(rgb[i] / 255.0, gamma);
        }
        double[] srgb = times(D50_TO_SRGB, times(primaries, linear));
        int[] shown = new int[3];
        for (int i = 0; i < 3; i++) {
            double v = Math.clamp(srgb[i], 0, 1);
            shown[i] = (int) Math.round(255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055));
        }
        return shown;
    }

    /** The profile as a file. */
    public byte[] bytes() {
        List<byte[]> tags = new ArrayList<>();
        List<String> names = List.of("desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC");
        tags.add(description());
        tags.add("text\0\0\0\0none\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        tags.add(xyz(0.9642, 1, 0.8249));
        for (int i = 0; i < 3; i++) {
            tags.add(xyz(primaries[0][i], primaries[1][i], primaries[2][i]));
        }
        for (int i = 0; i < 3; i++) {
            tags.add(curve());
        }
        int start = 128 + 4 + 12 * tags.size();
        int size = start + tags.stream().mapToInt(t -> t.length).sum();
        ByteBuffer file = ByteBuffer.allocate(size);
        file.putInt(size).putInt(0).putInt(0x02100000);
        file.put(ascii("mntrRGB XYZ ")).position(36);
        file.put(ascii("acsp")).position(68);
        file.put(xyz(0.9642, 1, 0.8249), 8, 12).position(128);
        file.putInt(tags.size());
        int at = start;
        for (int i = 0; i < tags.size(); i++) {
            file.put(ascii(names.get(i))).putInt(at).putInt(tags.get(i).length);
            at += tags.get(i).length;
        }
        tags.forEach(file::put);
        return file.array();
    }

    private byte[] description() {
        ByteBuffer tag = ByteBuffer.allocate(108);
        tag.put(ascii("desc")).putInt(0).putInt(name.length() + 1).put(ascii(name));
        return tag.array();
    }

    private static byte[] xyz(double x, double y, double z) {
        return ByteBuffer.allocate(20)
                .put(ascii("XYZ "))
                .putInt(0)
                .putInt((int) Math.round(x * 65536))
                .putInt((int) Math.round(y * 65536))
                .putInt((int) Math.round(z * 65536))
                .array();
    }

    private byte[] curve() {
        return ByteBuffer.allocate(16)
                .put(ascii("curv"))
                .putInt(0)
                .putInt(1)
                .putShort((short) Math.round(gamma * 256))
                .array();
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[3];
        for (int i = 0; i < 3; i++) {
            product[i] = matrix[i][0] * vector[0] + matrix[i][1] * vector[1] + matrix[i][2] * vector[2];
        }
        return product;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
