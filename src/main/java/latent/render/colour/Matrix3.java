package latent.render.colour;

import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Three by three numbers, row by row.
 *
 * @param cells nine of them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Matrix3(double[] cells) {
    private static final double ALMOST_NOTHING = 1e-9;

    /** Beyond this no number fits into a profile (ICC.1:2022, 4.6: s15Fixed16Number). */
    private static final double LARGEST = 16_384;

    static Matrix3 ofColumns(double[] first, double[] second, double[] third) {
        return new Matrix3(new double[] {
            first[0], second[0], third[0], first[1], second[1], third[1], first[2], second[2], third[2]
        });
    }

    static Matrix3 diagonal(double[] values) {
        return new Matrix3(new double[] {values[0], 0, 0, 0, values[1], 0, 0, 0, values[2]});
    }

    double at(int row, int column) {
        return cells[3 * row + column];
    }

    double[] times(double[] vector) {
        double[] product = new double[3];
        for (int row = 0; row < 3; row++) {
            product[row] = at(row, 0) * vector[0] + at(row, 1) * vector[1] + at(row, 2) * vector[2];
        }
        return product;
    }

    Matrix3 times(Matrix3 right) {
        return ofColumns(times(right.column(0)), times(right.column(1)), times(right.column(2)));
    }

    double[] column(int column) {
        return new double[] {at(0, column), at(1, column), at(2, column)};
    }

    /** Empty when there is none. */
    Optional<Matrix3> inverse() {
        double[] first = cross(row(1), row(2));
        double[] second = cross(row(2), row(0));
        double[] third = cross(row(0), row(1));
        double determinant = row(0)[0] * first[0] + row(0)[1] * first[1] + row(0)[2] * first[2];
        if (!(Math.abs(determinant) > ALMOST_NOTHING)) {
            return Optional.empty();
        }
        Matrix3 adjugate = ofColumns(first, second, third);
        return Optional.of(new Matrix3(
                DoubleStream.of(adjugate.cells).map(cell -> cell / determinant).toArray()));
    }

    /** Numbers that a profile can hold. */
    boolean isPlausible() {
        return DoubleStream.of(cells).allMatch(cell -> Math.abs(cell) < LARGEST);
    }

    private double[] row(int row) {
        return new double[] {at(row, 0), at(row, 1), at(row, 2)};
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }
}
