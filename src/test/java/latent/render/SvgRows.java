package latent.render;

import java.util.stream.Stream;
import latent.image.ImageFormat;
import latent.key.Fit;
import latent.key.Rotation;
import latent.pictures.SvgPictures;

/** Drawings, which have no pixels of their own. */
final class SvgRows {
    private SvgRows() {}

    static Stream<Row> all() {
        return Stream.of(sizes(), paint()).flatMap(rows -> rows);
    }

    private static Stream<Row> sizes() {
        byte[] quarters = SvgPictures.quarters();
        return Stream.of(
                Row.of("a drawing is as large as the box, and sharp", quarters, WantedRendition.box(1280, 0), s -> {
                    s.hasSize(1280, 640);
                    SizeRows.showsQuarters(s);
                    s.shows(639.0 / 1279, 0.1, 255, 0, 0, 0);
                    s.shows(640.0 / 1279, 0.1, 0, 255, 0, 0);
                }),
                Row.of("a drawing may be smaller than it says", quarters, WantedRendition.box(10, 10), s -> {
                    s.hasSize(10, 5);
                    s.shows(0, 0, 255, 0, 0, 0);
                }),
                Row.of(
                        "a drawing fills a box",
                        quarters,
                        WantedRendition.box(300, 300).fit(Fit.FILL),
                        s -> {
                            s.hasSize(300, 300);
                            SizeRows.showsQuarters(s);
                        }),
                Row.of(
                        "is padded",
                        quarters,
                        WantedRendition.box(200, 200).fit(Fit.PAD).background(0, 0, 0),
                        s -> {
                            s.hasSize(200, 200);
                            s.shows(0.1, 0.3, 255, 0, 0);
                            s.shows(0.5, 0, 0, 0, 0);
                        }),
                Row.of("is distorted", quarters, WantedRendition.box(100, 300).fit(Fit.FORCE), s -> {
                    s.hasSize(100, 300);
                    SizeRows.showsQuarters(s);
                }),
                Row.of("is turned", quarters, WantedRendition.box(200, 200).rotated(Rotation.HALF), s -> {
                    s.hasSize(200, 100);
                    s.shows(0.2, 0.2, 255, 255, 255);
                    s.shows(0.8, 0.8, 255, 0, 0);
                }),
                Row.of(
                        "a crop box is in pixels of the view box, and as sharp",
                        quarters,
                        WantedRendition.box(400, 400).crop(2, 2, 19, 0),
                        s -> {
                            s.hasSize(400, 400);
                            s.shows(199.0 / 399, 0.5, 255, 0, 0, 0);
                            s.shows(200.0 / 399, 0.5, 0, 255, 0, 0);
                        }),
                Row.of(
                        "trimmed",
                        SvgPictures.of("<rect x='10' y='5' width='20' height='10'/>"),
                        WantedRendition.box(80, 0).trim(5).background(255, 255, 255),
                        s -> s.hasSize(80, 40)));
    }

    private static Stream<Row> paint() {
        return Stream.of(
                Row.of(
                        "where nothing is drawn there is nothing",
                        SvgPictures.of("<circle cx='20' cy='10' r='5'/>"),
                        WantedRendition.box(80, 0),
                        s -> {
                            s.hasAlpha(0, 0, 0);
                            s.hasAlpha(0.5, 0.5, 255);
                        }),
                Row.of(
                        "which is white in JPEG",
                        SvgPictures.of("<circle cx='20' cy='10' r='5'/>"),
                        WantedRendition.box(80, 0).as(ImageFormat.JPEG),
                        s -> s.shows(0, 0, 255, 255, 255)),
                painted("a style sheet paints", "<style>.a{fill:#c81e32}</style><rect class='a' ALL/>"),
                painted("a style paints", "<rect style='fill:rgb(200,30,50)' ALL/>"),
                painted(
                        "a gradient paints",
                        "<linearGradient id='g'><stop stop-color='#c81e32'/></linearGradient><rect fill='url(#g)' ALL/>"),
                painted(
                        "what is used is drawn",
                        "<defs><rect id='r' ALL fill='#c81e32'/></defs><use xlink:href='#r'/>"),
                painted(
                        "what is clipped is not",
                        "<clipPath id='c'><rect width='1' height='1'/></clipPath><rect ALL fill='#c81e32'/>"
                                + "<rect ALL clip-path='url(#c)'/>"),
                painted("a link is what it shows", "<a href='https://example.org'><rect ALL fill='#c81e32'/></a>"),
                Row.of(
                        "what nobody sees is left out",
                        SvgPictures.busyQuarters("http://127.0.0.1:9"),
                        WantedRendition.box(80, 0),
                        SizeRows::showsQuarters));
    }

    private static Row painted(String claim, String shapes) {
        String everywhere = shapes.replace("ALL", "width='100%' height='100%'");
        return Row.of(
                claim, SvgPictures.of(everywhere), WantedRendition.box(80, 0), s -> s.shows(0.5, 0.5, 200, 30, 50));
    }
}
