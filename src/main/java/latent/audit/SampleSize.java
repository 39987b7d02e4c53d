package latent.audit;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * Size of a random sample of renditions.
 *
 * @param count      number of renditions; 0 when it is a share
 * @param perMillion renditions in a million; 0 when it is a number
 */
public record SampleSize(int count, int perMillion) implements Serializable {
    /** All renditions. */
    public static final SampleSize ALL = new SampleSize(0, 1_000_000);

    private static final int MOST = 1_000_000;
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,6}");
    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,2}|100)(\\.[0-9]{1,4})?%");

    /**
     * Reads {@code 10000} or {@code 0.5%}.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static SampleSize parse(String text) {
        if (COUNT.matcher(text).matches() && Integer.parseInt(text) <= MOST) {
            return new SampleSize(Integer.parseInt(text), 0);
        }
        if (PERCENT.matcher(text).matches()) {
            double percent = Double.parseDouble(text.substring(0, text.length() - 1));
            int perMillion = (int) Math.round(percent * 10_000);
            if (perMillion > 0 && perMillion <= 1_000_000) {
                return new SampleSize(0, perMillion);
            }
        }
        throw new IllegalArgumentException("A sample is a number of renditions up to " + MOST
                + ", such as 10000, or a share such as 0.5%, and not: " + text);
    }

    /** Whether the sample is all renditions. */
    public boolean isAll() {
        return equals(ALL);
    }

    /**
     * Expected number of renditions in the sample.
     *
     * @param all number of all renditions
     */
    public long expected(long all) {
        return count > 0 ? Math.min(count, all) : Math.round((double) all * perMillion / 1_000_000);
    }

    @Override
    public String toString() {
        return count > 0 ? Integer.toString(count) : perMillion / 10_000.0 + "%";
    }
}
