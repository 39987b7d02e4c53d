package latent.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Prices for estimates, in any currency.
 *
 * @param get           of 1,000 GET or HEAD requests
 * @param put           of 1,000 PUT or LIST requests
 * @param coreHour      of one core for an hour, with its memory
 * @param gigabyteMonth of storing 10⁹ bytes for a month
 */
public record Prices(double get, double put, double coreHour, double gigabyteMonth) {
    private static final Set<String> NAMES = Set.of("get", "put", "core-hour", "gigabyte-month");

    /**
     * Reads {@code get=0.0004,put=0.005,core-hour=0.05,gigabyte-month=0.023}.
     *
     * @throws IllegalArgumentException when one is missing, unknown, there twice or no price
     */
    public static Prices parse(List<String> items) {
        Map<String, Double> prices = new LinkedHashMap<>();
        for (String item : items) {
            int equals = item.indexOf('=');
            String name = item.substring(0, Math.max(0, equals));
            String price = item.substring(equals + 1);
            if (!NAMES.contains(name) || !price.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
                throw new IllegalArgumentException(item + " is no price like get=0.0004; prices are of get, put,"
                        + " core-hour and gigabyte-month");
            }
            if (prices.put(name, Double.parseDouble(price)) != null) {
                throw new IllegalArgumentException(name + " stands there twice");
            }
        }
        return new Prices(of("get", prices), of("put", prices), of("core-hour", prices), of("gigabyte-month", prices));
    }

    private static double of(String name, Map<String, Double> prices) {
        Double price = prices.get(name);
        if (price == null) {
            throw new IllegalArgumentException("there is no price of " + name);
        }
        return price;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "get=%s,put=%s,core-hour=%s,gigabyte-month=%s", get, put, coreHour, gigabyteMonth);
    }
}
