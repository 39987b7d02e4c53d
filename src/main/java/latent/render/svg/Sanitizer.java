package latent.render.svg;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import latent.image.PixelSize;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/** Copies an SVG element by element, and only what is on the lists of {@link AllowedElements}. Used once. */
final class Sanitizer {
    private static final int MOST_BYTES = 2 << 20;
    private static final int MOST_ELEMENTS = 50_000;
    private static final int MOST_DEPTH = 100;

    private final PixelSize size;
    private final StringWriter written = new StringWriter();
    private final UseExpansion copies = new UseExpansion();
    private int elements;
    private int depth;

    Sanitizer(PixelSize size) {
        this.size = size;
    }

    /** The root element and all that is in it. */
    String clean(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new Refusal(Reason.TOO_LARGE, "The original is an SVG file of more than " + MOST_BYTES + " bytes.");
        }
        try {
            XMLStreamReader in = reader().createXMLStreamReader(new ByteArrayInputStream(file));
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(written);
            while (in.hasNext()) {
                copy(in, in.next(), out);
            }
            out.close();
        } catch (Refusal refusal) {
            throw refusal;
        } catch (XMLStreamException | RuntimeException broken) {
            // The JDK's reader has no words for some of its complaints, and throws MissingResourceException instead.
            throw new Refusal(Reason.NOT_A_PICTURE, "The original is no well-formed SVG, or has entities of its own.");
        }
        copies.refuseTooMany();
        return written.toString();
    }

    /** No document type, and so no entities but XML's own five; nothing is ever opened. */
    private static XMLInputFactory reader() {
        XMLInputFactory reader = XMLInputFactory.newDefaultFactory();
        reader.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        reader.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        reader.setProperty(XMLInputFactory.IS_COALESCING, true);
        reader.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("an SVG that wants to open " + systemId);
        });
        return reader;
    }

    private void copy(XMLStreamReader in, int event, XMLStreamWriter out) throws XMLStreamException {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                if (depth == 0 && !isDrawing(in)) {
                    throw new Refusal(Reason.NOT_A_PICTURE, "The original is XML, but no SVG.");
                }
                if (isForeign(in) || AllowedElements.isUnseen(in.getLocalName())) {
                    skip(in);
                } else {
                    start(in, out);
                }
            }
            case XMLStreamConstants.END_ELEMENT -> {
                out.writeEndElement();
                copies.end();
                depth--;
            }
            case XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("an entity");
            default -> {
                // Comments, instructions, and the text between elements: nothing of it is drawn.
            }
        }
    }

    private static boolean isDrawing(XMLStreamReader in) {
        return !isForeign(in) && in.getLocalName().equals("svg");
    }

    /** Without a namespace it counts as SVG: many are written so. */
    private static boolean isForeign(XMLStreamReader in) {
        String namespace = in.getNamespaceURI();
        return namespace != null && !namespace.isEmpty() && !namespace.equals(AllowedElements.NAMESPACE);
    }

    private static void skip(XMLStreamReader in) throws XMLStreamException {
        for (int open = 1; open > 0; ) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> open++;
                case XMLStreamConstants.END_ELEMENT -> open--;
                default -> {
                    // not ours to read
                }
            }
        }
    }

    private void start(XMLStreamReader in, XMLStreamWriter out) throws XMLStreamException {
        String name = in.getLocalName();
        refuseUnlessDrawn(name);
        if (++elements > MOST_ELEMENTS || ++depth > MOST_DEPTH) {
            throw new Refusal(Reason.TOO_LARGE, "The original is an SVG with too many elements.");
        }
        copies.start(name);
        out.writeStartElement(name.equals("a") ? "g" : name);
        Attributes attributes = Attributes.of(in);
        (depth == 1 ? attributes.ofRoot(size) : attributes).write(out, copies);
        if (name.equals("style")) {
            String css = Style.checked(in.getElementText());
            copies.styled(css);
            out.writeCharacters(css);
            out.writeEndElement();
            copies.end();
            depth--;
        }
    }

    private static void refuseUnlessDrawn(String name) {
        if (AllowedElements.isText(name)) {
            throw cannotDraw("text, and there are no fonts here: convert it to paths");
        }
        if (!AllowedElements.isDrawn(name)) {
            boolean tame = name.length() < 30 && name.chars().allMatch(Character::isLetter);
            throw cannotDraw(tame ? "an element <" + name + ">, which is not drawn here" : "elements that are unknown");
        }
    }

    private static Refusal cannotDraw(String what) {
        return new Refusal(Reason.UNSUPPORTED_FORMAT, "The original is an SVG with " + what + ".");
    }
}
