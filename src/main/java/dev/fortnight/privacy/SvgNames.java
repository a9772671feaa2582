package dev.fortnight.privacy;

import java.util.Set;

/** The elements and attributes of SVG that show something, or tell it to a screen reader. */
final class SvgNames {

  private static final Set<String> ELEMENTS =
      words(
          """
          svg g defs symbol use switch a title desc style path rect circle ellipse line polyline
          polygon text tspan textPath image linearGradient radialGradient stop pattern clipPath mask
          marker filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix
          feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB
          feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight
          feSpecularLighting feSpotLight feTile feTurbulence
          """);

  private static final Set<String> WITH_TEXT = words("title desc text style");

  private static final Set<String> MOVING =
      words("animate animateColor animateMotion animateTransform set mpath discard");

  /** What may also stand in a style; CSS knows further ones, which SVG has as attributes only. */
  private static final Set<String> PROPERTIES =
      words(
          """
          alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation
          color-interpolation-filters color-rendering cx cy direction display dominant-baseline
          fill fill-opacity fill-rule filter flood-color flood-opacity font font-family font-size
          font-size-adjust font-stretch font-style font-variant font-variant-caps
          font-variant-numeric font-weight glyph-orientation-horizontal glyph-orientation-vertical
          height image-rendering isolation letter-spacing lighting-color line-height marker
          marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow
          paint-order pointer-events r rx ry shape-rendering stop-color stop-opacity stroke
          stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit
          stroke-opacity stroke-width text-align text-anchor text-decoration text-overflow
          text-rendering text-transform transform transform-box transform-origin unicode-bidi
          vector-effect visibility white-space width word-spacing writing-mode x y
          """);

  private static final Set<String> ATTRIBUTES =
      words(
          """
          d id class style href role lang xml:lang xml:space aria-hidden aria-label aria-labelledby
          aria-describedby version viewBox preserveAspectRatio x1 x2 y1 y2 dx dy fx fy fr rotate
          points pathLength textLength lengthAdjust startOffset method spacing side offset
          gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits
          patternTransform clipPathUnits maskUnits maskContentUnits markerUnits markerWidth
          markerHeight refX refY orient filterUnits primitiveUnits in in2 result type values mode
          operator k1 k2 k3 k4 tableValues slope intercept amplitude exponent stdDeviation edgeMode
          kernelMatrix kernelUnitLength order divisor bias targetX targetY preserveAlpha
          surfaceScale diffuseConstant specularConstant specularExponent scale xChannelSelector
          yChannelSelector azimuth elevation z pointsAtX pointsAtY pointsAtZ limitingConeAngle radius
          baseFrequency numOctaves seed stitchTiles systemLanguage requiredFeatures
          """);

  private SvgNames() {}

  static boolean isKnown(String element) {
    return ELEMENTS.contains(element);
  }

  /** Whether text may stand in it, and in what is in it. */
  static boolean mayHaveText(String element) {
    return WITH_TEXT.contains(element);
  }

  static boolean moves(String element) {
    return MOVING.contains(element);
  }

  static boolean isAttribute(String name) {
    return ATTRIBUTES.contains(name) || PROPERTIES.contains(name);
  }

  static boolean isProperty(String name) {
    return PROPERTIES.contains(name);
  }

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }
}
