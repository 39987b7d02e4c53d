package latent.key;

import java.util.Map;
import java.util.Optional;
import latent.key.Gravity.Compass;
import latent.key.Gravity.FocalPoint;
import latent.key.Gravity.Smart;

/** {@code g-no}, {@code g-sm}, {@code g-50-30}; the centre is the default and has no token. */
final class GravityToken {
    private static final Map<String, Gravity> WORDS = Map.of(
            "no", Compass.NORTH,
            "ne", Compass.NORTH_EAST,
            "ea", Compass.EAST,
            "se", Compass.SOUTH_EAST,
            "so", Compass.SOUTH,
            "sw", Compass.SOUTH_WEST,
            "we", Compass.WEST,
            "nw", Compass.NORTH_WEST,
            "sm", new Smart());

    private GravityToken() {}

    static Gravity read(Optional<String> argument) {
        return argument.map(a -> Optional.ofNullable(WORDS.get(a)).orElseGet(() -> focalPoint(a)))
                .orElse(Compass.CENTRE);
    }

    static Optional<String> write(Gravity gravity) {
        return gravity instanceof FocalPoint point
                ? Optional.of("g-%d-%d".formatted(point.xPercent(), point.yPercent()))
                : WORDS.entrySet().stream()
                        .filter(word -> word.getValue().equals(gravity))
                        .map(word -> "g-" + word.getKey())
                        .findFirst();
    }

    private static Gravity focalPoint(String argument) {
        int dash = argument.indexOf('-');
        return new FocalPoint(
                Integer.parseInt(argument.substring(0, dash)), Integer.parseInt(argument.substring(dash + 1)));
    }
}
