package latent.pictures;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** SVG files: simple drawings, and files that try to run scripts or to fetch other files. */
public final class SvgPictures {
    private static final String HEAD =
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 40 20'>";

    private static final String QUARTERS = """
            <rect width='20' height='10' fill='red'/><rect x='20' width='20' height='10' fill='#0f0'/>
            <rect y='10' width='20' height='10' fill='#00f'/><rect x='20' y='10' width='20' height='10' fill='#fff'/>""";

    private SvgPictures() {}

    /** Shapes on nothing, in a view box of 40x20. */
    public static byte[] of(String shapes) {
        return bytes(HEAD + shapes + "</svg>");
    }

    /** As {@link Pictures#quarters}. */
    public static byte[] quarters() {
        return of(QUARTERS);
    }

    /** The same with everything in it that nobody sees in a still picture, and that must not do anything. */
    public static byte[] busyQuarters(String remote) {
        return bytes("""
                <?xml version='1.0' encoding='UTF-8'?>
                <?xml-stylesheet href='%1$s/style.css'?>
                <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "%1$s/svg11.dtd">
                <svg xmlns='http://www.w3.org/2000/svg' xmlns:e='http://example.org/editor' viewBox='0 0 40 20' onload='alert(1)'
                     xml:base='%1$s/' e:export='/etc/passwd'>
                  <title>quarters <script>alert(2)</script></title>
                  <script href='%1$s/a.js'>alert(3)</script>
                  <metadata><e:rdf resource='%1$s/rdf'/></metadata>
                  <e:view><e:image href='%1$s/b.png'/></e:view>
                  <animate attributeName='x' href='%1$s/c.svg'/>
                  <a href='javascript:alert(4)' onclick='alert(5)'>%2$s</a>
                </svg>""".formatted(remote, QUARTERS).strip());
    }

    /** Files that must be refused, by what they try; {@code remote} is a server that must never be asked. */
    public static Map<String, byte[]> hostile(String remote) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a file of this machine", of("<image xlink:href='file:///etc/passwd' width='9' height='9'/>"));
        files.put("a picture from elsewhere", of("<image href='" + remote + "/a.png' width='9' height='9'/>"));
        files.put("a picture within", of("<image href='data:image/png;base64,iVBORw0KGgo=' width='9' height='9'/>"));
        files.put("shapes from elsewhere", of("<use href='" + remote + "/a.svg#b'/>"));
        files.put("shapes from a file", of("<use xlink:href='file:///etc/passwd#b'/>"));
        files.put("paint from elsewhere", of("<rect width='9' height='9' fill='url(" + remote + "/a.svg#b)'/>"));
        files.put("the same in a style", of("<rect width='9' height='9' style='fill:URL( \"" + remote + "/a#b\" )'/>"));
        files.put("the same escaped", of("<rect width='9' height='9' style='fill:u\\72 l(" + remote + "/a#b)'/>"));
        files.put("an import", of("<style>@import '" + remote + "/a.css';</style>"));
        files.put("an import of CDATA", of("<style><![CDATA[@import url(" + remote + "/a.css);]]></style>"));
        files.put("a filter from elsewhere", of("<style>rect{filter:url('" + remote + "/a.svg#b')}</style>"));
        files.put("a picture in a filter", of("<filter id='f'><feImage href='" + remote + "/a.png'/></filter>"));
        files.put("a web page", of("<foreignObject><iframe src='" + remote + "/'/></foreignObject>"));
        files.put(
                "an inclusion",
                of("<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd'/>&no;"));
        files.put("text, without fonts", of("<text y='9'>hello</text>"));
        files.put("an element that is none", of("<rectangle width='9' height='9'/>"));
        files.put("an entity of this machine", entity("<!ENTITY e SYSTEM 'file:///etc/passwd'>", "<g>&e;</g>"));
        files.put("an entity from elsewhere", entity("<!ENTITY e SYSTEM '" + remote + "/e'>", "<g>&e;</g>"));
        files.put("an entity in an attribute", entity("<!ENTITY e '9'>", "<rect width='&e;' height='9'/>"));
        files.put("a thousand million laughs", laughs());
        files.put("a thousand million uses", uses());
        files.put("a use of itself", of("<g id='a'><use href='#a'/></g>"));
        files.put(
                "masks of masks",
                of("<mask id='a'><rect mask='url(#b)'/></mask><mask id='b'><rect mask='url(#a)'/></mask>"));
        files.put("a thousand million masks", masks());
        files.put("a thousand floors", of("<g>".repeat(1_000) + "</g>".repeat(1_000)));
        files.put("a hundred thousand shapes", of("<g/>".repeat(100_000)));
        files.put("a file that breaks off", of("<g>"));
        files.put("a web page with a drawing in it", bytes("<html><body><svg viewBox='0 0 9 9'/></body></html>"));
        files.put(
                "the same in its own namespace",
                bytes("<html xmlns='http://www.w3.org/1999/xhtml'><svg viewBox='0 0 9 9'/></html>"));
        files.put("a sheet of a million references", of("<style>*{" + "mask:url(#a);".repeat(100_000) + "}</style>"));
        files.put("a character that no document type has", bytes("<!DOCTYPE svg \u0001>" + HEAD + "</svg>"));
        files.put("more bytes than a drawing has", of("<path d='" + "M0 0h1".repeat(400_000) + "'/>"));
        return files;
    }

    private static byte[] laughs() {
        StringBuilder type = new StringBuilder("<!ENTITY a0 'ha'>");
        for (int i = 1; i < 10; i++) {
            type.append("<!ENTITY a")
                    .append(i)
                    .append(" '")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        return entity(type.toString(), "<g>&a9;</g>");
    }

    private static byte[] uses() {
        StringBuilder shapes = new StringBuilder("<rect id='a0' width='9' height='9'/>");
        for (int i = 1; i < 10; i++) {
            String use = "<use href='#a" + (i - 1) + "'/>";
            shapes.append("<g id='a")
                    .append(i)
                    .append("'>")
                    .append(use.repeat(10))
                    .append("</g>");
        }
        return of(shapes.toString());
    }

    private static byte[] masks() {
        StringBuilder shapes = new StringBuilder("<style>");
        for (int i = 0; i < 10; i++) {
            shapes.append("/* } */ svg > g.x, .m")
                    .append(i)
                    .append(" { mask: url('#m")
                    .append(i)
                    .append("') }");
        }
        shapes.append("</style>");
        for (int i = 0; i < 10; i++) {
            String shape = "<rect class='y m" + (i + 1) + "' width='9' height='9'/>";
            shapes.append("<mask id='m")
                    .append(i)
                    .append("'>")
                    .append(shape.repeat(10))
                    .append("</mask>");
        }
        return of(shapes + "<rect class='m0' width='9' height='9'/>");
    }

    private static byte[] entity(String declared, String shapes) {
        return bytes("<!DOCTYPE svg [" + declared + "]>" + HEAD + shapes + "</svg>");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
