# For those who have tflint; its rules for the language are part of it, so that nothing is downloaded. verify --only static asks most of the same without it.

plugin "terraform" {
  enabled = true
  preset  = "recommended"
}

# What the recommended ones leave out.
rule "terraform_comment_syntax" {
  enabled = true
}

rule "terraform_documented_outputs" {
  enabled = true
}

rule "terraform_documented_variables" {
  enabled = true
}

rule "terraform_naming_convention" {
  enabled = true
}

rule "terraform_standard_module_structure" {
  enabled = true
}
