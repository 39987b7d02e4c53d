package latent.render.svg;

import java.util.Set;

/** The elements and attributes of SVG 2 (and 1.1, where files still have them) that are drawn: those of still pictures of shapes and paint. */
final class AllowedElements {
    static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private static final Set<String> DRAWN = words("""
            svg g a defs symbol use switch style
            path rect circle ellipse line polyline polygon
            linearGradient radialGradient stop pattern clipPath mask marker
            filter feBlend feColorMatrix feComponentTransfer feComposite feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
            feGaussianBlur feMerge feMergeNode feOffset feTile""");

    private static final Set<String> UNSEEN = words("""
            script handler listener title desc metadata view cursor font font-face color-profile
            animate animateColor animateMotion animateTransform set mpath discard""");

    private static final Set<String> TEXT = words("text tspan textPath tref altGlyph");

    private static final Set<String> ATTRIBUTES = words("""
            id class style type transform href viewBox preserveAspectRatio requiredFeatures requiredExtensions systemLanguage
            x y width height x1 y1 x2 y2 cx cy r rx ry fx fy fr d points pathLength overflow clip
            fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit
            stroke-dasharray stroke-dashoffset paint-order vector-effect color opacity display visibility mix-blend-mode isolation
            shape-rendering color-interpolation color-interpolation-filters
            offset stop-color stop-opacity gradientUnits gradientTransform spreadMethod
            patternUnits patternContentUnits patternTransform
            clip-path clip-rule clipPathUnits mask mask-type maskUnits maskContentUnits
            marker-start marker-mid marker-end markerWidth markerHeight markerUnits refX refY orient
            filter filterUnits primitiveUnits in in2 result mode operator k1 k2 k3 k4 values tableValues slope intercept
            amplitude exponent stdDeviation edgeMode dx dy flood-color flood-opacity""");

    private AllowedElements() {}

    static boolean isDrawn(String element) {
        return DRAWN.contains(element);
    }

    /** Nothing is missing from a still picture without it, whatever is in it. */
    static boolean isUnseen(String element) {
        return UNSEEN.contains(element);
    }

    static boolean isText(String element) {
        return TEXT.contains(element);
    }

    static boolean isAttribute(String name) {
        return ATTRIBUTES.contains(name);
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+", -1));
    }
}
