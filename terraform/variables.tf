variable "name" {
  description = "Name of the deployment and prefix of its resources' names. An account has one of each name, whatever the Region: policies and functions of CloudFront are of none."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,20}[a-z0-9]$", var.name)) && !can(regex("^(aws|ssm|internal-)", var.name))
    error_message = "name must be 3 to 22 characters of a-z, 0-9 and -, begin with a letter and not end with -. It must not begin with aws or ssm, which Parameter Store keeps for AWS, nor with internal-, which load balancers do."
  }
}

variable "topology" {
  description = "`redirect`: website bucket, misses go by redirect to a second distribution. `failover`: private bucket first, the processor where it has none, one URL. `direct`: the processor behind one distribution. `region`: one Region's share of a multi-region deployment, without a distribution."
  type        = string
  default     = "redirect"
  nullable    = false

  validation {
    condition     = contains(["redirect", "failover", "direct", "region"], var.topology)
    error_message = "topology must be redirect, failover, direct or region."
  }
}

variable "changing_topology" {
  description = "True while the topology is changed: the renditions stay readable by website and by CloudFront, and a process host stays, so that nothing fails meanwhile. UPGRADE.md has the three steps."
  type        = bool
  default     = false
  nullable    = false
}

variable "hosts" {
  description = "Three names: `images` is what pages use, `process` where a miss is redirected to (redirect only), `origin` the processor's load balancer, which only CloudFront asks. Without `images` the distribution has CloudFront's own name; without `origin` the load balancer needs `exposure = \"vpc-origin\"`."
  type = object({
    images  = optional(string) # what pages use
    process = optional(string) # where a miss is redirected to
    origin  = optional(string) # the load balancer's, with a certificate; only CloudFront asks it
  })
  default  = {}
  nullable = false

  validation {
    condition = alltrue([
      for host in values(var.hosts) : host == null || can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$", host))
    ])
    error_message = "hosts must be bare host names such as images.example.org: no scheme, port, path or capital letters, and at most 63 characters between two dots."
  }

  validation {
    condition     = length(distinct(compact(values(var.hosts)))) == length(compact(values(var.hosts)))
    error_message = "hosts must all differ: a host that redirects to itself, or is its own origin, is a loop."
  }

  validation {
    condition     = var.topology == "redirect" ? var.hosts.process != null : (var.hosts.process == null || var.changing_topology)
    error_message = "hosts.process is needed for the redirect topology, and only there; another topology may keep it with changing_topology = true."
  }

  validation {
    condition     = var.hosts.images != null || contains(["failover", "direct"], var.topology)
    error_message = "hosts.images may be left out in the failover and direct topologies only: a website must know the name that it must not redirect to, and a Region has no distribution."
  }

  validation {
    condition     = var.hosts.origin != null || var.exposure == "vpc-origin" || var.lambda != null
    error_message = "hosts.origin may be left out with exposure = \"vpc-origin\" only: a load balancer on the internet, of yours too, needs a name that its certificate is for."
  }

  validation {
    condition     = var.lambda == null || var.hosts.origin == null
    error_message = "With lambda, hosts.origin must be left out: a function has a URL of its own."
  }
}

variable "zone" {
  description = "Route 53 zone for the records and the proofs of the certificates. Null: you make the records, and give certificates; or there are no hosts of your own."
  type        = object({ id = string })
  default     = null
}

variable "certificates" {
  description = "Certificates you have already, which may be made in the same configuration: `images` and `process` in us-east-1, `origin` in the processor's Region. What is missing is made in zone. `owns_origin_proof` is false for a second Region: the proof of its origin certificate is the first Region's record."
  type = object({
    images            = optional(object({ arn = string })) # of us-east-1
    process           = optional(object({ arn = string })) # of us-east-1
    origin            = optional(object({ arn = string })) # of the processor's Region
    owns_origin_proof = optional(bool, true)               # false for a second Region
  })
  default  = {}
  nullable = false

  validation {
    condition = alltrue([
      for certificate in [var.certificates.images, var.certificates.process] : certificate == null || can(regex("^arn:[^:]*:acm:us-east-1:", certificate.arn))
    ])
    error_message = "certificates.images and .process must be of us-east-1: CloudFront takes no other."
  }

  validation {
    condition = var.zone != null || (
      (var.hosts.images == null || var.certificates.images != null || var.topology == "region" || !var.images_distribution) &&
      (var.hosts.process == null || var.certificates.process != null) &&
      (var.hosts.origin == null || var.certificates.origin != null || var.load_balancer != null)
    )
    error_message = "Without zone, certificates must hold one for every host that the topology uses."
  }

  validation {
    condition     = var.certificates.origin == null || var.hosts.origin != null
    error_message = "certificates.origin is for hosts.origin, which is not given: under the load balancer's own name, which no certificate covers, every request would be a fault."
  }
}

variable "originals" {
  description = "The private bucket of originals. With `create = false` it is one that is there already: its policy, encryption, versions and lifecycle are left alone, and `changes_told_by` is `eventbridge` unless you say `notification`, which replaces whatever notifications it has."
  type = object({
    bucket                  = string                     # its name
    create                  = optional(bool, true)       # false for a bucket that is there already
    changes_told_by         = optional(string)           # `notification` or `eventbridge`; unsaid, a notification of a bucket that is made, events of another
    versioning              = optional(bool, true)       # keep former versions
    noncurrent_days         = optional(number, 30)       # days that a former version is kept
    kms_key_arn             = optional(string)           # encrypt with this key, or read what it encrypts
    source_policy_documents = optional(list(string), []) # JSON to join with the bucket's policy, for those who upload
    force_destroy           = optional(bool, false)      # delete the originals with the bucket
  })
  nullable = false

  validation {
    condition     = var.originals.kms_key_arn == null || can(regex("^arn:[^:]*:kms:[^:]+:[0-9]{12}:key/.+", var.originals.kms_key_arn))
    error_message = "originals.kms_key_arn must be the ARN of a key, and not of an alias or an id alone: a role's rights name the key by its ARN, and with another name whoever reads or writes would be refused."
  }
}

variable "renditions" {
  description = "The bucket of renditions: a website in the redirect topology, private in the others. Under `key_prefix` (like `i/`; empty means everywhere) misses are redirected and renditions written. `access` is for the redirect topology: `referer`, or `public` (get for everyone, list for nobody, a second rule for 403)."
  type = object({
    bucket            = string                      # its name
    key_prefix        = optional(string, "")        # like `i/`: where renditions are
    access            = optional(string, "referer") # `referer` or `public`, of a website
    expire_after_days = optional(number, 365)       # age at which a rendition is deleted, to be made again; null keeps them
    versioning        = optional(bool, false)       # only replication needs it
    kms_key_arn       = optional(string)            # encrypt with this key; not for a website
    force_destroy     = optional(bool, false)       # delete the renditions with the bucket
  })
  nullable = false

  validation {
    condition     = contains(["referer", "public"], var.renditions.access)
    error_message = "renditions.access must be referer or public."
  }

  validation {
    condition     = var.renditions.kms_key_arn == null || (var.topology != "redirect" && !var.changing_topology)
    error_message = "renditions.kms_key_arn must be null in the redirect topology: anonymous visitors could not read an object encrypted with a key they may not use."
  }

  validation {
    condition     = var.renditions.kms_key_arn == null || can(regex("^arn:[^:]*:kms:[^:]+:[0-9]{12}:key/.+", var.renditions.kms_key_arn))
    error_message = "renditions.kms_key_arn must be the ARN of a key, and not of an alias or an id alone: a role's rights name the key by its ARN, and with another name whoever reads or writes would be refused."
  }

  validation {
    condition     = var.renditions.bucket != var.originals.bucket
    error_message = "renditions.bucket must differ from originals.bucket: originals would be public, and renditions of renditions be made."
  }

  validation {
    condition     = can(regex("^([A-Za-z0-9._-]+/)*$", var.renditions.key_prefix)) && !can(regex("(^|/)\\.\\.?/", var.renditions.key_prefix))
    error_message = "renditions.key_prefix must be empty or end with a slash, like i/, and must not begin with one, nor hold ./ or ../, which browsers take out of a path."
  }
}

variable "images_distribution" {
  description = "Redirect topology: false leaves out the first distribution. Visitors then ask the website itself, over http; its bucket must have the images host's name, and renditions.access be public."
  type        = bool
  default     = true
  nullable    = false

  validation {
    condition     = var.images_distribution || var.topology == "redirect"
    error_message = "images_distribution may be false in the redirect topology only: a private bucket serves nobody by itself."
  }

  validation {
    condition     = var.images_distribution || (var.renditions.access == "public" && var.renditions.bucket == var.hosts.images)
    error_message = "Without images_distribution, renditions.access must be public, and renditions.bucket be hosts.images: S3 finds a website by its host."
  }
}

variable "redirect" {
  description = "The rule of the redirect topology: `code` 302 or 307; `protocol` https."
  type = object({
    code     = optional(number, 302)     # 302 or 307
    protocol = optional(string, "https") # https
  })
  default  = {}
  nullable = false
}

variable "origin_secrets" {
  description = "Values of X-Origin-Verify by which the load balancer and the processor know our distribution: one, or two while they are being rotated. The first is sent. Null: made once and kept, see generated_secrets."
  type        = list(string)
  default     = null
  sensitive   = true

  validation {
    condition     = var.origin_secrets == null || (length(coalesce(var.origin_secrets, [])) >= 1 && length(coalesce(var.origin_secrets, [])) <= 2)
    error_message = "origin_secrets must hold one value, or two while they are being rotated; null has them made."
  }

  validation {
    condition     = alltrue([for secret in coalesce(var.origin_secrets, []) : can(regex("^[A-Za-z0-9_-]{20,128}$", secret))])
    error_message = "Each of origin_secrets must be 20 to 128 characters of A-Z, a-z, 0-9, _ and -: a load balancer reads * and ? as wildcards, and the processor reads two values at a comma."
  }
}

variable "referer_secrets" {
  description = "Values of the Referer by which the website bucket knows CloudFront, with renditions.access `referer`: one, or two while they are being rotated. The first is sent, in clear over http between CloudFront and S3. Null: made once and kept."
  type        = list(string)
  default     = null
  sensitive   = true

  validation {
    condition     = var.referer_secrets == null || (length(coalesce(var.referer_secrets, [])) >= 1 && length(coalesce(var.referer_secrets, [])) <= 2)
    error_message = "referer_secrets must hold one value, or two while they are being rotated; null has them made."
  }

  validation {
    condition     = alltrue([for secret in coalesce(var.referer_secrets, []) : can(regex("^[A-Za-z0-9_-]{20,128}$", secret))])
    error_message = "Each of referer_secrets must be 20 to 128 characters of A-Z, a-z, 0-9, _ and -: a policy reads * and ? as wildcards in some conditions."
  }
}

variable "generated_secrets" {
  description = "Secrets that are made once and kept in Parameter Store, by the numbers of their generations: one, or two while a secret is rotated, which `terraform/rotate` does. With `signing` not empty keys must be signed. `kms_key_arn` encrypts them with a key of yours."
  type = object({
    origin      = optional(list(number), [1]) # of X-Origin-Verify
    referer     = optional(list(number), [1]) # of the Referer
    signing     = optional(list(number), [])  # of signed keys; empty: keys need no signature
    admin       = optional(list(number), [])  # of POST /-/purge; empty: there is no such page
    kms_key_arn = optional(string)            # encrypt them with this key
  })
  default  = {}
  nullable = false

  validation {
    condition     = length(var.generated_secrets.origin) >= 1 && length(var.generated_secrets.referer) >= 1
    error_message = "generated_secrets.origin and .referer must hold one generation, or two while it is being rotated: without the secret anyone could ask the processor."
  }

  validation {
    condition     = var.generated_secrets.kms_key_arn == null || can(regex("^arn:[^:]*:kms:[^:]+:[0-9]{12}:key/.+", var.generated_secrets.kms_key_arn))
    error_message = "generated_secrets.kms_key_arn must be the ARN of a key, and not of an alias or an id alone: a role's rights name the key by its ARN, and with another name whoever reads or writes would be refused."
  }
}

variable "caching" {
  description = "How long CloudFront keeps what it is given, in seconds. `default_ttl` is for answers without Cache-Control, which a redirect of S3 is: it must be 0 in the redirect topology. `missing_original_ttl` is the least for a 404 of the processor."
  type = object({
    default_ttl          = optional(number, 0)        # of an answer without Cache-Control
    max_ttl              = optional(number, 31536000) # the most
    missing_original_ttl = optional(number, 10)       # the least of a 404 of the processor
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.topology != "redirect" || var.caching.default_ttl == 0
    error_message = "caching.default_ttl must be 0 in the redirect topology: CloudFront would keep the redirect after the rendition is there."
  }
}

variable "failover_status_codes" {
  description = "Failover topology: answers of the bucket upon which CloudFront asks the processor."
  type        = set(number)
  default     = [403, 404, 500, 502, 503, 504]
  nullable    = false

  validation {
    condition     = contains(var.failover_status_codes, 403) && contains(var.failover_status_codes, 404)
    error_message = "failover_status_codes must hold 403 and 404: to CloudFront, which may not list the bucket, a miss is 403."
  }
}

variable "negotiation" {
  description = "What the images host chooses for a visitor when the URL leaves it open: `formats` from Accept, best first; `dpr` doubles the pixels where the DPR header asks and Save-Data does not forbid."
  type = object({
    formats = optional(list(string), ["avif", "webp"]) # from Accept, best first
    dpr     = optional(bool, false)                    # twice the pixels where the DPR header asks
  })
  default  = {}
  nullable = false
}

variable "signing_secrets" {
  description = "Refuse, at the edge and in the processor, keys without a signature made with one of these: one, or two while they are being rotated. Empty asks for none, null for those of generated_secrets.signing."
  type        = list(string)
  default     = null
  sensitive   = true
}

variable "admin_tokens" {
  description = "Tokens that `POST /-/purge` of the processor's tasks asks for: one, or two while they are being replaced. Empty: there is no such page. Null: those of generated_secrets.admin. See admin for who may ask."
  type        = list(string)
  default     = null
  sensitive   = true

  validation {
    condition     = length(coalesce(var.admin_tokens, [])) <= 2 && alltrue([for token in coalesce(var.admin_tokens, []) : can(regex("^[A-Za-z0-9+/=._~-]{20,128}$", token))])
    error_message = "admin_tokens must hold at most two values, each 20 to 128 characters of A-Z, a-z, 0-9, +, /, =, ., _, ~ and -: a comma would be two tokens to the processor."
  }
}

variable "admin" {
  description = "`POST /-/purge` of the tasks, which asks for one of the tokens. CloudFront passes no POST on, so who asks is in the tasks' network, in one of `security_group_ids`. The tasks are made before the distributions and cannot know them: give the second apply `distribution_ids`, which the first one's outputs tell; without them a purge deletes in S3 only."
  type = object({
    security_group_ids = optional(list(string), []) # whose members may reach the tasks' port
    distribution_ids   = optional(list(string), []) # where a purge invalidates
  })
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for id in var.admin.distribution_ids : can(regex("^[A-Z0-9]{1,64}$", id))])
    error_message = "admin.distribution_ids must be ids of CloudFront distributions, such as E1A2B3C4D5E6F7."
  }
}

variable "processor" {
  description = "The processor's tasks. `image` by digest or a tag that never moves; `cpu` and `memory` in Fargate's units; `environment` holds further LATENT_ settings. `check_image` asks at plan time whether an image in ECR is there; `wait_for_steady_state` lets an apply wait for the tasks, and fail when they do not start."
  type = object({
    image                    = string                                       # by digest, or by a tag that never moves
    architecture             = optional(string, "ARM64")                    # `ARM64` or `X86_64`
    cpu                      = optional(number, 2048)                       # 1024 is one core
    memory                   = optional(number, 4096)                       # MiB, as Fargate has it for this cpu
    min_tasks                = optional(number, 2)                          # two survive the loss of a zone
    max_tasks                = optional(number, 10)                         # the bound of what a flood of misses can cost
    target_cpu_percent       = optional(number, 60)                         # what the autoscaling aims at
    rendition_cache_control  = optional(string, "public, max-age=12312312") # of every rendition
    environment              = optional(map(string), {})                    # further LATENT_ settings
    container_insights       = optional(bool, false)                        # cost extra
    log_retention_days       = optional(number, 30)                         # days that logs are kept
    deletion_protection      = optional(bool, false)                        # refuse to delete the load balancer
    check_image              = optional(bool, true)                         # ask at plan time whether the image is in ECR
    wait_for_steady_state    = optional(bool, true)                         # let an apply wait for the tasks, and fail when they do not start
    response_timeout_seconds = optional(number, 60)                         # how long CloudFront waits for a rendition
  })
  nullable = false

  validation {
    condition     = length(setintersection(keys(var.processor.environment), ["LATENT_HTTP_ORIGIN_SECRETS", "LATENT_KEYS_SIGNING_SECRETS", "LATENT_ADMIN_TOKENS", "LATENT_S3_ACCESS_KEY", "LATENT_S3_SECRET_KEY"])) == 0
    error_message = "processor.environment must hold no secrets: see origin_secrets, signing_secrets and admin_tokens for LATENT_HTTP_ORIGIN_SECRETS, LATENT_KEYS_SIGNING_SECRETS and LATENT_ADMIN_TOKENS; S3 is asked in a role, so there are no keys."
  }

  validation {
    condition = length(setintersection(keys(var.processor.environment), [
      "LATENT_HTTP_PORT", "LATENT_HTTP_HOST", "LATENT_ORIGINALS_BUCKET", "LATENT_RENDITIONS_BUCKET", "LATENT_RENDITIONS_CACHE_CONTROL", "LATENT_S3_REGION", "LATENT_S3_ENDPOINT",
      "LATENT_WARM_SOURCE", "LATENT_WARM_QUEUE", "LATENT_PURGE_DISTRIBUTIONS", "LATENT_PURGE_BY",
    ])) == 0
    error_message = "processor.environment must not hold what follows from other variables: LATENT_HTTP_PORT and _HOST, LATENT_ORIGINALS_BUCKET, LATENT_RENDITIONS_BUCKET and _CACHE_CONTROL, LATENT_S3_REGION and _ENDPOINT, LATENT_WARM_SOURCE and _QUEUE, LATENT_PURGE_DISTRIBUTIONS and _BY."
  }

  # Tasks and functions alike, so here and not in either's module alone.
  validation {
    condition     = alltrue([for name in keys(var.processor.environment) : can(regex("^LATENT_[A-Z0-9_]+$", name)) || contains(["JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "MALLOC_ARENA_MAX", "TZ"], name)])
    error_message = "processor.environment must hold LATENT_ settings, JAVA_TOOL_OPTIONS, JDK_JAVA_OPTIONS, MALLOC_ARENA_MAX or TZ; AWS_, ECS_ and LAMBDA_ names are set by AWS itself."
  }

  validation {
    condition     = can(regex("max-age=[1-9]", var.processor.rendition_cache_control)) && !can(regex("no-store|no-cache|private", var.processor.rendition_cache_control))
    error_message = "processor.rendition_cache_control must hold a max-age above 0 and none of no-store, no-cache and private: behind a default TTL of 0 nothing would be cached."
  }
}

variable "lambda" {
  description = "The processor, and the warm workers, as functions of AWS Lambda from the same image, instead of tasks: nothing is paid at rest, and there is no network and no load balancer. Of `processor` and `workers` what is about tasks does not count then. Null: tasks."
  type = object({
    memory               = optional(number, 2048) # MB; one core with 1769, and more or less of one in proportion
    timeout_seconds      = optional(number, 60)   # after which Lambda ends a request
    reserved_concurrency = optional(number, 10)   # most renditions at one time: the bound of what a flood of misses can cost; null: the account's quota
    warm_concurrency     = optional(number, 2)    # most warm workers at one time
  })
  default = null

  validation {
    condition     = var.lambda == null || var.topology != "region"
    error_message = "With lambda, topology must be redirect, failover or direct."
  }

  validation {
    condition     = var.lambda == null || (var.network == null && var.cluster == null && var.load_balancer == null)
    error_message = "With lambda there is no use for network, cluster and load_balancer."
  }

  validation {
    condition     = var.lambda == null || (length(coalesce(var.admin_tokens, [])) == 0 && length(var.generated_secrets.admin) == 0 && length(concat(var.admin.security_group_ids, var.admin.distribution_ids)) == 0)
    error_message = "With lambda there are no admin_tokens, generated_secrets.admin and admin: a function's URL is CloudFront's alone, which passes no POST on. Purge with ./latent purge."
  }

  validation {
    condition     = var.lambda == null || !contains(keys(var.processor.environment), "LATENT_WRITE_BACK_WHEN")
    error_message = "With lambda, processor.environment must not hold LATENT_WRITE_BACK_WHEN: a function is stopped once it has answered, so renditions are stored before."
  }
}

variable "workers" {
  description = "Warm workers and the queue of changed originals; null for neither. `command` is what the image is told to do."
  type = object({
    command             = optional(list(string), ["warm"]) # what the image is told to do
    cpu                 = optional(number, 2048)           # 1024 is one core
    memory              = optional(number, 4096)           # MiB
    max_workers         = optional(number, 4)              # the most at a time
    messages_per_worker = optional(number, 100)            # with fewer waiting there is one worker, with ten times as many all of them
    spot                = optional(bool, true)             # on spare capacity, at a third of the price
  })
  default = {}
}

variable "cache_tags" {
  description = "Workers purge at CloudFront by the renditions' cache tag, exactly and within seconds, and not by wildcard path. Only for distributions that read the tags: see the README's Providers."
  type        = bool
  default     = false
  nullable    = false
}

variable "network" {
  description = "A network you have already; null makes a small one. `task_subnet_ids` are the private ones unless said; with `public_tasks` each task has a public address there."
  type = object({
    vpc_id             = string                     # its id
    public_subnet_ids  = optional(list(string), []) # for a load balancer on the internet
    private_subnet_ids = optional(list(string), []) # for an internal one, and for tasks
    task_subnet_ids    = optional(list(string))     # unsaid, the private ones
    public_tasks       = optional(bool, false)      # give each task a public address
  })
  default = null

  validation {
    condition     = try(length(var.exposure == "vpc-origin" ? var.network.private_subnet_ids : var.network.public_subnet_ids) >= 2, true) || var.load_balancer != null
    error_message = "network must name two subnets for the load balancer: private_subnet_ids with exposure = \"vpc-origin\", public_subnet_ids otherwise."
  }

  validation {
    condition     = var.network != null || var.load_balancer == null
    error_message = "load_balancer needs network, the one that it is in: tasks in a network that is made here could not be its targets."
  }

  validation {
    condition     = try(length(var.network.task_subnet_ids != null ? var.network.task_subnet_ids : var.network.private_subnet_ids) >= 1, true)
    error_message = "network must name subnets for the tasks: private_subnet_ids, or task_subnet_ids where they are others. For tasks in public subnets, with public_tasks = true, name those in task_subnet_ids."
  }
}

variable "network_cidr" {
  description = "Addresses of the network that is made."
  type        = string
  default     = "10.64.0.0/20"
  nullable    = false
}

variable "zone_ids" {
  description = "Availability zones of the network that is made, by id, such as euw1-az1; empty takes the first two."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "egress" {
  description = "Way out of the network that is made: `nat`; `endpoints` for none but to AWS (purges at CloudFront need another); `public` for tasks in public subnets with addresses of their own, which costs least."
  type        = string
  default     = "nat"
  nullable    = false

  validation {
    condition     = contains(["nat", "endpoints", "public"], var.egress)
    error_message = "egress must be nat, endpoints or public."
  }
}

variable "cluster" {
  description = "ECS cluster you have already; null makes one. For workers on spare capacity it must have FARGATE_SPOT."
  type        = object({ arn = string, name = string })
  default     = null
}

variable "load_balancer" {
  description = "Application load balancer you have already; null makes one. Its listener gets one rule, that forwards what carries the secret; its default action must refuse, and its security group let in CloudFront alone. With `exposure = \"vpc-origin\"`: with `hosts.origin` CloudFront speaks TLS to it at port 443, without plain HTTP at 80."
  type = object({
    arn               = string               # its ARN
    arn_suffix        = string               # as a dimension of its metrics
    listener_arn      = string               # of the listener that gets the rule
    security_group_id = string               # that tasks let in
    dns_name          = string               # target of the origin record
    zone_id           = string               # Route 53 zone of that name
    rule_priority     = optional(number, 10) # of the rule, unique in the listener
  })
  default = null
}

variable "roles" {
  description = "Path of the IAM roles, and the policy that bounds them, where your organization demands either."
  type = object({
    path                 = optional(string, "/") # of the roles
    permissions_boundary = optional(string)      # ARN of a policy that bounds them
  })
  default  = {}
  nullable = false

  validation {
    condition     = can(regex("^/([A-Za-z0-9_.-]+/)*$", var.roles.path))
    error_message = "roles.path must begin and end with a slash, like /teams/images/."
  }
}

variable "exposure" {
  description = "`prefix-list`: a public load balancer that takes only CloudFront's addresses. `vpc-origin`: an internal one that CloudFront reaches inside the network."
  type        = string
  default     = "prefix-list"
  nullable    = false

  validation {
    condition     = var.exposure == "prefix-list" || var.topology != "region"
    error_message = "exposure must be prefix-list in the region topology: a VPC origin has no latency records."
  }
}

variable "latency_region" {
  description = "Region topology: make the origin host's record one of several, answered to those for whom this Region is nearest."
  type        = string
  default     = null
}

variable "reader_distribution_arns" {
  description = "Region topology: the distributions that read the renditions bucket, and are told of what is purged."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "origin_shield_region" {
  description = "Region of Origin Shield, one more cache before the processor, best where the processor is; null for none."
  type        = string
  default     = null
}

variable "firewall" {
  description = "A firewall before the distributions; null for none. It costs per request."
  type = object({
    requests_per_window = optional(number, 3000) # that one address may make in a minute
  })
  default = null
}

variable "web_acl_arn" {
  description = "Firewall you have already, of scope CLOUDFRONT; null for none, or for the one that `firewall` makes."
  type        = string
  default     = null

  validation {
    condition     = var.web_acl_arn == null || var.firewall == null
    error_message = "Give web_acl_arn or firewall, not both: a distribution has one firewall."
  }

  validation {
    condition     = (var.firewall == null && var.web_acl_arn == null) || var.topology != "region"
    error_message = "With topology = \"region\" there is no distribution, so neither firewall nor web_acl_arn would be before anything: give the distribution one."
  }

  validation {
    condition     = var.web_acl_arn == null || can(regex("^arn:[^:]*:wafv2:us-east-1:[0-9]+:global/webacl/", var.web_acl_arn))
    error_message = "web_acl_arn must be the ARN of a WAFv2 web ACL of scope CLOUDFRONT, which is in us-east-1."
  }
}

variable "access_logs" {
  description = "A bucket for the access logs of CloudFront, its firewall, the load balancer and the buckets; null for none. Its name must begin with aws-waf-logs-."
  type = object({
    bucket         = string                # its name, which begins with aws-waf-logs-
    retention_days = optional(number, 90)  # days that logs are kept
    force_destroy  = optional(bool, false) # delete the logs with the bucket
  })
  default = null
}

variable "account_checks" {
  description = "Warn where the account's own settings would stop the deployment: its block of public access, which makes every picture of a website 403, and its quota of Fargate. An account without such a block is said to have none, which is well."
  type        = bool
  default     = true
  nullable    = false
}

variable "price_class" {
  description = "Which edges serve: PriceClass_100, PriceClass_200 or PriceClass_All."
  type        = string
  default     = "PriceClass_All"
  nullable    = false
}

variable "wait_for_deployment" {
  description = "Wait until every edge has the configuration, which takes minutes."
  type        = bool
  default     = true
  nullable    = false
}

variable "monitoring" {
  description = "Alarms, dashboard and budget. `alarm_topic_arns` are told, `edge_alarm_topic_arns` (of us-east-1) of the distributions' faults, and of refusals (4xx) above `edge_refusals_percent` of all answers; `budget` mails at 80 percent of a monthly bill and when 100 percent is forecast."
  type = object({
    alarm_topic_arns          = optional(list(string), []) # SNS topics that are told
    edge_alarm_topic_arns     = optional(list(string), []) # of us-east-1: told of the distributions' alarms
    faults_per_five_minutes   = optional(number, 10)       # that raise the alarm
    refusals_per_five_minutes = optional(number, 100)      # of the load balancer, that raise the alarm
    edge_refusals_percent     = optional(number, 20)       # of a distribution's answers, that raise the alarm
    slow_seconds              = optional(number, 10)       # that one request in a hundred may take
    queue_age_seconds         = optional(number, 900)      # that a changed original may wait
    budget = optional(object({                             # mails at 80 percent of a monthly bill, and when all of it is forecast; with a tag, of what carries it
      monthly_usd = number
      emails      = list(string)
      tag         = optional(object({ key = string, value = string }))
    }))
  })
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for arn in var.monitoring.edge_alarm_topic_arns : try(split(":", arn)[3], "") == "us-east-1"])
    error_message = "monitoring.edge_alarm_topic_arns must be of us-east-1, where CloudFront's metrics and so its alarms are: an alarm tells topics of its own Region only."
  }
}

variable "tags" {
  description = "Tags of every resource that takes them."
  type        = map(string)
  default     = {}
  nullable    = false
}
