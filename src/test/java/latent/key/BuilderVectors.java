package latent.key;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latent.image.ImageFormat;
import latent.refusal.Refusal;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the parser makes of many keys, for builders in other languages to be compared with: {@code builders/vectors.json}. Made of what options and formats say
 * of themselves, so that a new one is in it without a line here; the same at each run.
 */
final class BuilderVectors {
    private static final KeyRules RULES =
            new KeyRules(Alphabet.SAFE, 4096, Map.of("card", "600x400_fill_q-75", "hero", "1280x0"));
    private static final KeyGrammar SAFE = new KeyGrammar(RULES);
    private static final KeyGrammar UNICODE = new KeyGrammar(new KeyRules(Alphabet.UNICODE, 4096, RULES.presets()));
    private static final List<String> SECRETS =
            List.of("a-secret-of-the-readme", "ein Geheimnis für Prüfungen, 32 Zeichen");
    private static final int DRAWN = 120;
    private static final int CHANGED = 160;

    private static final List<String> BY_HAND = List.of(
            "widgets/myimage_600_400.jpg chucknorris-200x200.jpg widgets/myimage_p-card.jpg.webp a/b/c_0_400.png a-0x400.png",
            "a_1_2_600_400.jpg a_600_400_600_400.jpg a-1x2_600_400.jpg a_600_400-1x2.jpg a_fill_600_400.jpg a_p-card_60_40.jpg",
            "photo.jpg_600_400.png photo_600_400.jpg.png photo_600_400.JPG photo_600_400.JPG.webp photo_600_400.JPEG photo_600_400.jpg.jpg",
            "photo_600_400.jpg.jpeg photo_600_400.jpg.tiff photo_600_400.tiff photo_600_400.tiff.webp photo_600_400.heic photo_600_400.svg.png",
            "photo_600_400.jpg.WEBP photo_600_400.jxl photo_600_400.jpg.jxl photo_600_400.jxl.webp x_p-card.jxl photo_600_400.txt photo_600_400 photo_600_400. .jpg _600_400.jpg x_600_400.jpg.jpg.jpg photo_600_400.min.jpg.heic photo.jxl.webp",
            "photo_0_0.jpg photo_0600_400.jpg photo_00_400.jpg photo_600.jpg photo_-1_400.jpg photo_600_400_.jpg photo__600_400.jpg",
            "photo_4096_4096.jpg photo_4097_1.jpg photo_1_4097.jpg photo_2048_0_dpr-2.jpg photo_2049_0_dpr-2.jpg photo_999999_1.jpg",
            "photo_1000000_1.jpg photo_600x400.jpg photo-600_400.jpg photo-600x400_600_400.jpg photo_600_0_fill.jpg photo_0_400_pad.jpg",
            "photo_600_400_q-80_q-90.jpg photo_600_400_q-80_q-80.jpg photo_600_400_gray_fill.jpg photo_600_400_fill_g-no_pad.jpg",
            "photo_600_400_pad_g-30-70.jpg photo_600_400_pad_g-sm.jpg photo_600_400_pad_g-nw.jpg photo_600_400_g-no.jpg",
            "x_p-card.jpg x_p-hero.png.avif x_p-none.jpg x_p-card_fill.jpg x_p-card.jpg.jpg x_p-Card.jpg p-card.jpg x_p-constructor.jpg",
            "-/x_60_40.jpg a/-/x_60_40.jpg a//x_60_40.jpg a/./x_60_40.jpg ../x_60_40.jpg /x_60_40.jpg x_60_40.jpg/ a/..x_60_40.jpg",
            "x!*'()_60_40.jpg x+_60_40.jpg x%20_60_40.jpg x~_60_40.jpg x\\_60_40.jpg x?_60_40.jpg",
            "x_60_40_s-6c786abd6887d6b98e1c4d0443dfbcad.jpg x_60_40_s-6c.jpg");

    private BuilderVectors() {}

    static String text() {
        JsonMapper json = new JsonMapper();
        return """
                {
                "about": "Made by `mvn test -Dtest=BuilderVectorsTest -Dbuilder-vectors.write=true` of what the server's parser says.",
                "rules": %s,
                "formats": [
                %s
                ],
                "options": [
                %s
                ],
                "keys": [
                %s
                ],
                "unicode": [
                %s
                ],
                "signed": [
                %s
                ],
                "paths": [
                %s
                ]
                }
                """.formatted(
                        json.writeValueAsString(rules()),
                        lines(json, Stream.of(ImageFormat.values()).map(BuilderVectors::format)),
                        lines(json, Option.kinds().stream().map(BuilderVectors::option)),
                        lines(json, keys().map(key -> read(SAFE, key))),
                        lines(json, unicode().map(key -> read(UNICODE, key))),
                        lines(json, SECRETS.stream().flatMap(BuilderVectors::signed)),
                        lines(json, unicode().map(BuilderVectors::path)));
    }

    private static String lines(JsonMapper json, Stream<?> values) {
        return values.map(json::writeValueAsString).collect(Collectors.joining(",\n"));
    }

    private static Map<String, Object> rules() {
        Map<String, Object> rules = new LinkedHashMap<>();
        rules.put("maxSide", RULES.maxSide());
        rules.put("presets", new TreeMap<>(RULES.presets()));
        return rules;
    }

    private static Map<String, Object> format(ImageFormat format) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", format.name());
        row.put("mediaType", format.mediaType());
        row.put("extensions", format.extensions());
        row.put("written", format.ofRenditions());
        return row;
    }

    private static Map<String, Object> option(OptionKind<?> kind) {
        return Map.of("token", kind.token().pattern());
    }

    private static Map<String, Object> read(KeyGrammar grammar, String text) {
        Map<String, Object> vector = new LinkedHashMap<>();
        vector.put("key", text);
        try {
            RenditionKey key = grammar.parse(text);
            vector.put("original", key.original().value());
            vector.put("style", style(key.spelling()));
            if (key.spelling() instanceof Spelling.Preset preset) {
                vector.put("preset", preset.name());
            }
            vector.put("width", key.transformation().box().width());
            vector.put("height", key.transformation().box().height());
            vector.put("options", key.transformation().tokens());
            vector.put("format", key.transformation().format().extension());
        } catch (Refusal refusal) {
            vector.put("reason", refusal.reason().name());
            vector.put("sentence", refusal.sentence());
        }
        return vector;
    }

    private static String style(Spelling spelling) {
        return switch (spelling) {
            case Spelling.Underscore underscore -> "underscore";
            case Spelling.Dash dash -> "dash";
            case Spelling.Preset preset -> "preset";
        };
    }

    private static Stream<Map<String, Object>> signed(String secret) {
        KeyGrammar signing = new KeyGrammar(RULES, new Signing(List.of(secret)));
        return Stream.of(
                        "widgets/myimage_600_400.jpg.webp",
                        "a-600x400_fill_q-80.png",
                        "b_p-card.jpg",
                        "c_p-card.heic.avif")
                .map(key -> Map.of(
                        "secret",
                        secret,
                        "key",
                        key,
                        "signed",
                        signing.sign(key).value()))
                .map(BuilderVectors::sorted);
    }

    private static Map<String, Object> path(String key) {
        return sorted(Map.of("key", key, "path", PercentEncoding.ofPath(key)));
    }

    private static Map<String, Object> sorted(Map<String, String> values) {
        return new TreeMap<>(values);
    }

    private static Stream<String> unicode() {
        return Stream.of(
                "été à Paris/Straße_600_400.jpg",
                "写真/猫-200x200.png",
                "👩\u200d👩\u200d👧_60_40.jpg",
                "a b,c;d&e=f+g#h?i_60_40.jpg",
                "\u0000_60_40.jpg",
                "a\u202eb_60_40.jpg",
                "a\u2028b_60_40.jpg",
                "a\\b_60_40.jpg",
                "home~1/a~b_60_40.jpg",
                "I\u0307_60_40.JPG",
                "x_60_40.\u0130co");
    }

    private static Stream<String> keys() {
        List<String> keys = new ArrayList<>();
        BY_HAND.forEach(line -> keys.addAll(List.of(line.split(" ", -1))));
        keys.add("a".repeat(500) + "_60_40.jpg");
        keys.add("a".repeat(503) + "_60_40.jpg");
        keys.add("");
        Option.kinds().forEach(kind -> {
            OptionKind.Documentation said = kind.documentation();
            Stream.concat(Stream.of(said.example()), said.refused().stream())
                    .flatMap(options ->
                            Stream.of("photo_600_400_" + options + ".jpg", "photo-600x400_" + options + ".png.webp"))
                    .forEach(keys::add);
        });
        Random random = new Random(14);
        List<List<Option>> values =
                Option.kinds().stream().map(Transformations::values).toList();
        List<String> drawn = Stream.generate(() -> drawn(values, random))
                .flatMap(Optional::stream)
                .limit(DRAWN)
                .toList();
        keys.addAll(drawn);
        Stream.generate(() -> changed(drawn.get(random.nextInt(drawn.size())), random))
                .limit(CHANGED)
                .forEach(keys::add);
        return keys.stream().distinct();
    }

    /** A key with a random transformation; empty when the drawn options cannot be combined. */
    private static Optional<String> drawn(List<List<Option>> values, Random random) {
        List<Option> options = values.stream()
                .filter(ofOneKind -> random.nextInt(3) == 0)
                .map(ofOneKind -> ofOneKind.get(random.nextInt(ofOneKind.size())))
                .toList();
        List<ImageFormat> formats = Stream.of(ImageFormat.values())
                .filter(ImageFormat::ofRenditions)
                .toList();
        RequestedSize box = new RequestedSize(1 + random.nextInt(1000), random.nextInt(1000));
        ImageFormat format = formats.get(random.nextInt(formats.size()));
        Spelling spelling = random.nextBoolean() ? new Spelling.Underscore() : new Spelling.Dash();
        try {
            return Optional.of(
                    SAFE.spell(new OriginalKey("widgets/photo.jpg"), spelling, new Transformation(box, options, format))
                            .value());
        } catch (Refusal against) {
            return Optional.empty();
        }
    }

    /** The same with one character changed, put in or left out, or with two tokens in each other's place. */
    private static String changed(String key, Random random) {
        String signs = "_-.x0123456789abcdefgpqs";
        int at = random.nextInt(key.length());
        String sign = String.valueOf(signs.charAt(random.nextInt(signs.length())));
        return switch (random.nextInt(4)) {
            case 0 -> key.substring(0, at) + sign + key.substring(at + 1);
            case 1 -> key.substring(0, at) + sign + key.substring(at);
            case 2 -> key.substring(0, at) + key.substring(at + 1);
            default -> swapped(key, random);
        };
    }

    private static String swapped(String key, Random random) {
        int dot = key.indexOf('.');
        List<String> tokens = new ArrayList<>(List.of(key.substring(0, dot).split("_", -1)));
        Collections.swap(tokens, random.nextInt(tokens.size()), random.nextInt(tokens.size()));
        return String.join("_", tokens) + key.substring(dot);
    }
}
