package latent.render.quality;

/**
 * Structural similarity of two pictures of one size: 1 for equal ones, lower for visible differences. The mean over windows of 8×8 pixels, four
 * apart, of brightness alone (Wang, Bovik, Sheikh, Simoncelli: "Image quality assessment", IEEE TIP 13(4), 2004; the windows as in its first version,
 * without the Gaussian weights, which change little and cost ten times more).
 */
public final class Ssim {
    private static final int WINDOW = 8;
    private static final int STEP = 4;
    private static final double C1 = 0.01 * 255 * (0.01 * 255);
    private static final double C2 = 0.03 * 255 * (0.03 * 255);

    private Ssim() {}

    public static double of(Luma one, Luma other) {
        if (!one.size().equals(other.size())) {
            throw new IllegalArgumentException(one.size() + " is not like " + other.size());
        }
        int windowWidth = Math.min(WINDOW, one.size().width());
        int windowHeight = Math.min(WINDOW, one.size().height());
        double sum = 0;
        int windows = 0;
        for (int y = 0; y + windowHeight <= one.size().height(); y += STEP) {
            for (int x = 0; x + windowWidth <= one.size().width(); x += STEP) {
                sum += window(one, other, x, y, windowWidth, windowHeight);
                windows++;
            }
        }
        return sum / windows;
    }

    private static double window(Luma one, Luma other, int left, int top, int width, int height) {
        int sumA = 0;
        int sumB = 0;
        int squaresA = 0;
        int squaresB = 0;
        int products = 0;
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                int a = one.at(x, y);
                int b = other.at(x, y);
                sumA += a;
                sumB += b;
                squaresA += a * a;
                squaresB += b * b;
                products += a * b;
            }
        }
        double n = width * height;
        double meanA = sumA / n;
        double meanB = sumB / n;
        double varianceA = squaresA / n - meanA * meanA;
        double varianceB = squaresB / n - meanB * meanB;
        double covariance = products / n - meanA * meanB;
        return (2 * meanA * meanB + C1)
                * (2 * covariance + C2)
                / ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
    }
}
