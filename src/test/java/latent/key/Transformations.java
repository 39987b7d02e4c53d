package latent.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import latent.image.ImageFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any transformation that keys can ask for, made from what the options say of themselves: a new option is in it without a line here. */
public final class Transformations {
    private Transformations() {}

    public static Arbitrary<Transformation> any() {
        Arbitrary<Integer> side = Arbitraries.integers().between(0, 5000);
        Arbitrary<RequestedSize> boxes =
                Combinators.combine(side, side).filter((w, h) -> w > 0 || h > 0).as(RequestedSize::new);
        Arbitrary<ImageFormat> formats = Arbitraries.of(ImageFormat.values()).filter(ImageFormat::ofRenditions);
        return Combinators.combine(boxes, options(), formats)
                .as(Transformation::new)
                .filter(t -> t.options().stream()
                        .allMatch(option -> option.conflict(t).isEmpty()));
    }

    /** Random options, each present or absent, with a random value of its kind. */
    private static Arbitrary<List<Option>> options() {
        List<Arbitrary<Optional<Option>>> values = Option.kinds().stream()
                .map(kind -> Arbitraries.of(values(kind)).optional(0.5))
                .toList();
        return Combinators.combine(values)
                .as(list -> list.stream().flatMap(Optional::stream).toList());
    }

    /** From the forms that the option documents: each capital word replaced by numbers, colours and names, as long as the option reads it. */
    static List<Option> values(OptionKind<?> kind) {
        Random random = new Random(kind.token().pattern().hashCode());
        String[] said = kind.documentation().range().split("\\D+", -1);
        List<Option> values = Arrays.stream(kind.documentation().form().split(", ", -1))
                .flatMap(form ->
                        Stream.generate(() -> filled(form, said, random)).limit(500))
                .<Option>flatMap(token -> kind.read(token).stream())
                .distinct()
                .toList();
        assertThat(values).as(kind.documentation().form()).isNotEmpty();
        return values;
    }

    private static String filled(String form, String[] said, Random random) {
        String token = form;
        while (!token.equals(token.toLowerCase(Locale.ROOT))) {
            token = token.replaceFirst("[A-Z]+", part(said, random));
        }
        return token;
    }

    private static String part(String[] said, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "%06x".formatted(random.nextInt(1 << 24));
            case 1 -> "logo" + random.nextInt(10);
            // The numbers that the range is made of, which are its bounds.
            case 2 -> said[random.nextInt(said.length)];
            // As many numbers of one digit as of eight.
            default -> Integer.toString((int) Math.pow(10, random.nextDouble() * 8) - 1);
        };
    }
}
