package latent.render.colour;

import java.util.Map;
import java.util.Optional;

/**
 * Where the red, the green, the blue and the white of a colour space are, as CIE 1931 x and y.
 *
 * @param codePoint what ITU-T H.273, table 2, calls it; 2 for one of a file's own
 */
record Primaries(int codePoint, Chromaticity white, Chromaticity red, Chromaticity green, Chromaticity blue) {
    private static final int UNSPECIFIED = 2;
    private static final Chromaticity D65 = new Chromaticity(0.3127, 0.3290);
    private static final Chromaticity ILLUMINANT_C = new Chromaticity(0.310, 0.316);

    /** White of the space in which profiles meet (ICC.1:2022, 7.2.16). */
    private static final double[] D50 = {0.9642, 1, 0.8249};

    /** From X, Y and Z to what the eye's cones see (Bradford; ICC.1:2022, annex E). */
    private static final Matrix3 CONES =
            new Matrix3(new double[] {0.8951, 0.2664, -0.1614, -0.7502, 1.7135, 0.0367, 0.0389, -0.0685, 1.0296});

    static final Primaries BT709 = of(1, D65, 0.640, 0.330, 0.300, 0.600, 0.150, 0.060);

    private static final Map<Integer, Primaries> OF_CODE_POINTS = Map.of(
            1, BT709,
            4, of(4, ILLUMINANT_C, 0.67, 0.33, 0.21, 0.71, 0.14, 0.08),
            5, of(5, D65, 0.64, 0.33, 0.29, 0.60, 0.15, 0.06),
            6, of(6, D65, 0.630, 0.340, 0.310, 0.595, 0.155, 0.070),
            7, of(7, D65, 0.630, 0.340, 0.310, 0.595, 0.155, 0.070),
            8, of(8, ILLUMINANT_C, 0.681, 0.319, 0.243, 0.692, 0.145, 0.049),
            9, of(9, D65, 0.708, 0.292, 0.170, 0.797, 0.131, 0.046),
            11, of(11, new Chromaticity(0.314, 0.351), 0.680, 0.320, 0.265, 0.690, 0.150, 0.060),
            12, of(12, D65, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060),
            22, of(22, D65, 0.630, 0.340, 0.295, 0.605, 0.155, 0.077));

    record Chromaticity(double x, double y) {
        double[] xyz() {
            return new double[] {x / y, 1, (1 - x - y) / y};
        }
    }

    /** Those of a code point that screens can show; empty for any other. */
    static Optional<Primaries> of(int codePoint) {
        return Optional.ofNullable(OF_CODE_POINTS.get(codePoint));
    }

    /** Those of a file's own. */
    static Primaries of(Chromaticity white, Chromaticity red, Chromaticity green, Chromaticity blue) {
        return new Primaries(UNSPECIFIED, white, red, green, blue);
    }

    private static Primaries of(
            int code, Chromaticity white, double rx, double ry, double gx, double gy, double bx, double by) {
        return new Primaries(code, white, new Chromaticity(rx, ry), new Chromaticity(gx, gy), new Chromaticity(bx, by));
    }

    /**
     * X, Y and Z of red, green and blue light, one column each, where white is D50.
     *
     * @return empty when no light of these colours adds up to white
     */
    Optional<Matrix3> toD50() {
        Matrix3 colours = Matrix3.ofColumns(red.xyz(), green.xyz(), blue.xyz());
        Optional<Matrix3> adaptation = adaptation();
        if (adaptation.isEmpty() || colours.inverse().isEmpty()) {
            return Optional.empty();
        }
        double[] amounts = colours.inverse().get().times(white.xyz());
        Matrix3 adapted = adaptation.get().times(colours.times(Matrix3.diagonal(amounts)));
        return Optional.of(adapted).filter(Matrix3::isPlausible);
    }

    /** From X, Y and Z under this white to those under D50. */
    Optional<Matrix3> adaptation() {
        double[] from = CONES.times(white.xyz());
        double[] to = CONES.times(D50);
        Matrix3 scale = Matrix3.diagonal(new double[] {to[0] / from[0], to[1] / from[1], to[2] / from[2]});
        return CONES.inverse().map(back -> back.times(scale).times(CONES)).filter(Matrix3::isPlausible);
    }
}
