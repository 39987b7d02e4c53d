package latent;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import latent.image.ImageFormat;
import latent.key.KeyGrammar;
import latent.key.Option;
import latent.key.OptionKind;
import latent.kit.TestKeys;
import latent.refusal.Refusal;
import latent.render.EngineCapabilities;
import latent.render.RenderSettings;
import latent.render.imgscalr.ImgscalrEngine;
import latent.render.vips.VipsEngine;

/** The text of docs/url-reference.md, made of what options, formats, engines and the grammar say. */
final class UrlReference {
    static final KeyGrammar GRAMMAR = TestKeys.GRAMMAR;

    private record Named(String name, EngineCapabilities engine) {}

    private static final List<Named> ENGINES = List.of(
            new Named("vips", VipsEngine.abilities(RenderSettings.DEFAULT.drawingSvg())),
            new Named("imgscalr", new ImgscalrEngine(RenderSettings.DEFAULT).capabilities()));

    private UrlReference() {}

    static String text() {
        return """
                # URL reference

                Made from the source by `mvn test -Dtest=UrlReferenceTest -Durl-reference.write=true`; a test fails where it is out of date.
                The path of a URL, without its first slash, is the key of a rendition. A query string is no part of it.

                ```
                [dir/]name_W_H[_option]*.ext[.format]     photo_600_400_fill.jpg
                [dir/]name-WxH[_option]*.ext[.format]     photo-600x400_fill.jpg
                [dir/]name_p-preset.ext[.format]          photo_p-card.jpg
                ```

                `[dir/]name.ext` is the original. `W` and `H` are its box in CSS pixels, without leading zeros and up to what
                `keys.max-side` allows in device pixels; one of them may be 0 and follows the aspect ratio. `preset` is a name in `keys.presets`. `format` is
                left out where the original has it already. Where keys are signed, `_s-` and 32 hexadecimal digits follow the options.

                Each option stands at most once, in the order of this page. One rendition has one spelling per style, and every other is
                refused with 400 and a sentence that says what is wrong. An option or a format that the engine in use lacks is refused with 415.

                ## Options

                """
                + Option.kinds().stream().map(UrlReference::section).collect(joining("\n"))
                + """

                ## Formats

                | format | as `.format` | extensions of originals | media type | alpha | all frames | lossy | quality by default | read by | written by |
                |---|---|---|---|---|---|---|---|---|---|
                """
                + Stream.of(ImageFormat.values()).map(UrlReference::row).collect(joining());
    }

    private static String section(OptionKind<?> kind) {
        OptionKind.Documentation said = kind.documentation();
        String forms =
                Stream.of(said.form().split(", ", -1)).map(f -> "`" + f + "`").collect(joining(", "));
        return "### " + forms + "\n\n" + said.meaning() + "\n\n"
                + (said.range().isEmpty() ? "" : "- Values: " + said.range() + ".\n")
                + "- Example: `" + key(said.example()) + "`\n"
                + said.refused().stream().map(UrlReference::refused).collect(joining())
                + "- Engines: " + engines(kind) + "\n";
    }

    /** A key with these options. */
    static String key(String options) {
        return "photo_600_400_" + options + ".jpg";
    }

    private static String refused(String options) {
        return "- Refused: `" + key(options) + "`. " + answer(key(options)) + "\n";
    }

    /** What the grammar says to a key, which must be one that it refuses. */
    private static String answer(String key) {
        try {
            return GRAMMAR.parse(key) + " is no refusal";
        } catch (Refusal refusal) {
            return refusal.sentence();
        }
    }

    private static String engines(OptionKind<?> kind) {
        return ENGINES.stream()
                .map(named -> {
                    String lacks = kind.capabilities().stream()
                            .filter(named.engine.lacks()::contains)
                            .map(capability -> capability.noun().toLowerCase(Locale.ROOT))
                            .collect(joining(", "));
                    return lacks.isEmpty() ? named.name : named.name + " without " + lacks;
                })
                .collect(joining("; "));
    }

    private static String row(ImageFormat format) {
        return Stream.of(
                        format.name(),
                        format.ofRenditions() ? format.extension() : "",
                        String.join(", ", format.extensions()),
                        format.mediaType(),
                        format.hasAlpha() ? "yes" : "",
                        format.isAnimated() ? "yes" : "",
                        format.isLossy() ? "yes" : "",
                        format.ofRenditions() && format.isLossy() ? Integer.toString(format.defaultQuality()) : "",
                        String.join(", ", named(engine -> engine.reads().contains(format))),
                        String.join(", ", named(engine -> engine.writes().contains(format))))
                .collect(joining(" | ", "| ", " |\n"));
    }

    private static List<String> named(Predicate<EngineCapabilities> can) {
        return ENGINES.stream()
                .filter(named -> can.test(named.engine))
                .map(Named::name)
                .toList();
    }
}
