package io.daybook.query.catalog;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Tells OpenAPI the parameters of {@link SearchProducts}. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "q",
        in = ParameterIn.QUERY,
        description = "Search text, an SKU or an EAN",
        schema = @Schema(type = "string", maxLength = 200))
@Parameter(
        name = "department",
        in = ParameterIn.QUERY,
        description = "First name of the category path; several are alternatives",
        array = @ArraySchema(schema = @Schema(type = "string")))
@Parameter(
        name = "category",
        in = ParameterIn.QUERY,
        description = "Path, Department/Group/Leaf",
        schema = @Schema(type = "string"))
@Parameter(
        name = "brand",
        in = ParameterIn.QUERY,
        description = "Several are alternatives",
        array = @ArraySchema(schema = @Schema(type = "string")))
@Parameter(
        name = "attr.{name}",
        in = ParameterIn.QUERY,
        description = "Value of a free attribute, or from..to for a number; several are alternatives",
        array = @ArraySchema(schema = @Schema(type = "string")))
@Parameter(
        name = "priceFrom",
        in = ParameterIn.QUERY,
        description = "Cents, inclusive",
        schema = @Schema(type = "integer", format = "int64", minimum = "0"))
@Parameter(
        name = "priceTo",
        in = ParameterIn.QUERY,
        description = "Cents, inclusive",
        schema = @Schema(type = "integer", format = "int64", minimum = "0"))
@Parameter(
        name = "inStock",
        in = ParameterIn.QUERY,
        description = "Only what can be sold now",
        schema = @Schema(type = "boolean", defaultValue = "false"))
@Parameter(
        name = "location",
        in = ParameterIn.QUERY,
        description = "Only what is kept there; stock is counted there",
        schema = @Schema(type = "string"))
@Parameter(
        name = "sort",
        in = ParameterIn.QUERY,
        schema =
                @Schema(
                        type = "string",
                        allowableValues = {"relevance", "price", "-price", "newest", "title"},
                        defaultValue = "relevance"))
@Parameter(
        name = "cursor",
        in = ParameterIn.QUERY,
        description = "The nextCursor of the page before",
        schema = @Schema(type = "string"))
@Parameter(
        name = "size",
        in = ParameterIn.QUERY,
        schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "24"))
@Parameter(
        name = "facets",
        in = ParameterIn.QUERY,
        description = "Whether counts are wanted",
        schema = @Schema(type = "boolean", defaultValue = "true"))
@interface SearchParameters {}
