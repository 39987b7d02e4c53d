package latent.pictures;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
        ProfileFile file = new ProfileFile("mntr", "RGB ", "XYZ ")
                .with("desc", description())
                .with("cprt", ascii("text\0\0\0\0none\0\0\0\0"))
                .with("wtpt", ProfileFile.xyz(0.9642, 1, 0.8249));
        List<String> channels = List.of("r", "g", "b");
        for (int i = 0; i < 3; i++) {
            file.with(channels.get(i) + "XYZ", ProfileFile.xyz(primaries[0][i], primaries[1][i], primaries[2][i]))
                    .with(channels.get(i) + "TRC", ProfileFile.gamma(gamma));
        }
        return file.bytes();
    }

    private byte[] description() {
        ByteBuffer tag = ByteBuffer.allocate(108);
        tag.put(ascii("desc")).putInt(0).putInt(name.length() + 1).put(ascii(name));
        return tag.array();
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
