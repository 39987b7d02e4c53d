package latent.render.svg;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import latent.image.PixelSize;

/** The attributes of one element that are on our list, by name. */
record Attributes(Map<String, String> values) {
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final Pattern VIEW_BOX = Pattern.compile(
            "\\s*NUMBER[\\s,]+NUMBER[\\s,]+NUMBER[\\s,]+NUMBER\\s*".replace("NUMBER", "[-+.0-9eE]{1,30}"));

    static Attributes of(XMLStreamReader in) {
        boolean link = in.getLocalName().equals("a");
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String namespace = in.getAttributeNamespace(i);
            String name = in.getAttributeLocalName(i);
            boolean plain = namespace == null || namespace.isEmpty();
            boolean reference = name.equals("href") && (plain || namespace.equals(XLINK));
            if ((reference && !link) || (plain && !name.equals("href") && AllowedElements.isAttribute(name))) {
                values.put(name, in.getAttributeValue(i));
            }
        }
        return new Attributes(values);
    }

    /** Sets the size that the header gate has found, in place of the file's own. */
    Attributes ofRoot(PixelSize size) {
        Map<String, String> root = new LinkedHashMap<>(values);
        root.put("x", "0");
        root.put("y", "0");
        root.put("width", Integer.toString(size.width()));
        root.put("height", Integer.toString(size.height()));
        if (!VIEW_BOX.matcher(values.getOrDefault("viewBox", "")).matches()) {
            root.put("viewBox", "0 0 " + size.width() + " " + size.height());
        }
        return new Attributes(root);
    }

    void write(XMLStreamWriter out, UseExpansion copies) throws XMLStreamException {
        for (Map.Entry<String, String> attribute : values.entrySet()) {
            String name = attribute.getKey();
            String value = attribute.getValue();
            switch (name) {
                case "id" -> copies.named(value);
                case "class" -> copies.classed(Style.checked(value));
                case "href" -> copies.of(Style.target(value));
                default -> Style.targets(Style.checked(value)).forEach(copies::of);
            }
            out.writeAttribute(name, value);
        }
    }
}
