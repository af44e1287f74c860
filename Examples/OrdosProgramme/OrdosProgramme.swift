import BenefitBinding
@main package enum OrdosProgramme { static func main() {} }
