package latent.render.imgscalr;

/** The curve of sRGB, between numbers of eight bits and linear light from 0 to 1 (IEC 61966-2-1). */
final class SrgbCurve {
    private static final int STEPS = 4096;
    private static final float[] OF_NUMBERS = ofNumbers();
    private static final byte[] NUMBERS = numbers();

    private SrgbCurve() {}

    static float of(int number) {
        return OF_NUMBERS[number];
    }

    /** The nearest number; light beyond black and white is taken for these. */
    static int number(double light) {
        return NUMBERS[(int) (Math.clamp(light, 0, 1) * (STEPS - 1) + 0.5)] & 0xff;
    }

    private static float[] ofNumbers() {
        float[] light = new float[256];
        for (int i = 0; i < light.length; i++) {
            double v = i / 255.0;
            light[i] = (float) (v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
        }
        return light;
    }

    private static byte[] numbers() {
        byte[] numbers = new byte[STEPS];
        for (int i = 0; i < STEPS; i++) {
            double v = i / (STEPS - 1.0);
            numbers[i] = (byte) Math.round(255 * (v <= 0.0031308 ? v * 12.92 : 1.055 * Math.pow(v, 1 / 2.4) - 0.055));
        }
        return numbers;
    }
}
